package plenum.server.kernel;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who asks: an authenticated person with all grants, as of this request. */
public record Actor(PersonId person, String name, List<Grant> grants) {
    /** The server itself, for what nobody asked for; holds no role anywhere. */
    public static final Actor SYSTEM = new Actor(new PersonId("system"), "Hệ thống", List.of());

    public Actor {
        grants = List.copyOf(grants);
    }

    /** Roles held in the body; empty for a stranger, who must get 404. */
    public Set<Role> rolesIn(BodyId body) {
        return roles(body.value());
    }

    public Set<Role> rolesIn(UnitId unit) {
        return roles(unit.value());
    }

    public boolean administersSystem() {
        return grants.stream().anyMatch(grant -> grant.role() == Role.SYSTEM_ADMIN);
    }

    private Set<Role> roles(String scope) {
        var roles = EnumSet.noneOf(Role.class);
        grants.stream().filter(grant -> grant.scope().equals(scope)).forEach(grant -> roles.add(grant.role()));
        return roles;
    }
}

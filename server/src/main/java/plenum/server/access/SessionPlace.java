package plenum.server.access;

import java.util.Set;
import plenum.server.hall.Hall;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;

/**
 * Where a session belongs, as far as rights are concerned.
 *
 * @param draft not published yet: for everyone but CONTROL it does not exist
 * @param invited to its points: guests of this session, though the body may not know them
 */
public record SessionPlace(BodyId body, boolean draft, Set<PersonId> invited) {
    public SessionPlace {
        invited = Set.copyOf(invited);
    }

    public static SessionPlace of(Hall hall) {
        return new SessionPlace(hall.bodyId(), hall.draft(), hall.invited());
    }

    /** What the actor is to this session. */
    public Set<Role> roles(Actor actor) {
        var roles = actor.rolesIn(body);
        if (!draft && invited.contains(actor.person())) {
            roles.add(Role.GUEST);
        }
        return roles;
    }
}

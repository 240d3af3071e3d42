package plenum.server.units;

import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;

/** A grant as stored: who holds which role where. */
public record GrantRow(PersonId personId, Role role, String scope) {
    String key() {
        return personId + ":" + role + ":" + scope;
    }

    Grant grant() {
        return new Grant(role, scope);
    }
}

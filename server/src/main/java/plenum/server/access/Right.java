package plenum.server.access;

import java.util.Set;
import plenum.server.kernel.Role;

/**
 * One row of the table of rights.
 *
 * @param name an operationId of openapi.yaml
 * @param roles any one of them suffices; empty for PUBLIC and SELF
 */
public record Right(String name, Scope scope, Set<Role> roles) {
    public Right {
        roles = Set.copyOf(roles);
    }
}

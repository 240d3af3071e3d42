package plenum.server.drafts;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.access.Access;
import plenum.server.access.AccessProblem;
import plenum.server.hall.Hall;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Grant;
import plenum.server.kernel.Role;
import plenum.server.kernel.UnitId;

/**
 * Who may do what with a draft: people of its unit by their role there, and the session's secretary once it is handed
 * in. To anyone else no draft exists.
 */
final class DraftRights {
    private DraftRights() {}

    /** Units in which the actor prepares or approves. */
    static Set<UnitId> units(Actor actor) {
        return Stream.concat(units(actor, Role.PREPARER), units(actor, Role.APPROVER))
                .collect(Collectors.toSet());
    }

    static Stream<UnitId> units(Actor actor, Role role) {
        return actor.grants().stream()
                .filter(grant -> grant.role() == role)
                .map(Grant::scope)
                .map(UnitId::new);
    }

    /** Refusal NO_SUCH_DRAFT for whoever must not know of it, NOT_PERMITTED for who may not do this. */
    static void permit(Actor actor, String operation, Hall hall, Draft draft) {
        permit(actor, operation, hall, draft, Access.of(operation).roles());
    }

    /** @param roles any one of them suffices */
    static void permit(Actor actor, String operation, Hall hall, Draft draft, Set<Role> roles) {
        var held = actor.rolesIn(draft.unitId());
        var ofUnit = held.contains(Role.PREPARER) || held.contains(Role.APPROVER);
        var secretary = draft.state().handedIn() && actor.rolesIn(hall.bodyId()).contains(Role.SECRETARY);
        if (!ofUnit && !secretary) {
            throw DraftProblem.NO_SUCH_DRAFT.refusal("draft " + draft.draftId());
        }
        if (Collections.disjoint(roles, held) && !(secretary && roles.contains(Role.SECRETARY))) {
            throw AccessProblem.NOT_PERMITTED.refusal(
                    operation + " needs another role than " + actor.person() + " has");
        }
    }
}

package plenum.server.hall;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.sitting.SessionState;

/** Who may come in with a command: a stranger learns nothing, not even that the session exists. */
final class Entrance {
    private static final Set<Role> INSIDE = Collections.unmodifiableSet(EnumSet.of(
            Role.DELEGATE, Role.CHAIR, Role.SECRETARY, Role.SCREEN, Role.GUEST, Role.TECHNICIAN, Role.UNIT_ADMIN));
    private static final Set<Role> MEMBERS =
            Collections.unmodifiableSet(EnumSet.of(Role.DELEGATE, Role.CHAIR, Role.SECRETARY));
    private static final Set<Role> PREPARING = Collections.unmodifiableSet(EnumSet.of(Role.CHAIR, Role.SECRETARY));

    private Entrance() {}

    /** In the session's body; and for an answer to a unit's invitation what the actor is there. */
    static Set<Role> roles(Hall hall, Order order) {
        var roles = hall.roles(order.actor());
        if (order.command() instanceof HallCommand.OfPoints points
                && Conferring.administers(hall, points, order.actor())) {
            roles.add(Role.UNIT_ADMIN);
        }
        return roles;
    }

    static Optional<Problem> problem(Hall hall, Order order, Set<Role> roles) {
        var duty = Duties.of(order.command());
        if (duty.isEmpty() && order.actor().equals(Actor.SYSTEM)) {
            return Optional.empty();
        }
        var mayKnow = hall.sittings().state() == SessionState.DRAFT ? PREPARING : INSIDE;
        if (Collections.disjoint(roles, mayKnow)) {
            return Optional.of(HallProblem.NO_SUCH_SESSION.because("session " + hall.session()));
        }
        return Collections.disjoint(roles, duty) || isOnlyGuest(hall, order, roles)
                ? Optional.of(HallProblem.NOT_YOUR_DUTY.because("needs one of " + duty))
                : Optional.empty();
    }

    /**
     * A guest has a member's duties only in an absent member's place, speaks for a meeting room, and answers for a
     * unit.
     */
    private static boolean isOnlyGuest(Hall hall, Order order, Set<Role> roles) {
        return Collections.disjoint(roles, MEMBERS)
                && isMembers(order.command())
                && !hall.substitutes().contains(order.actor().person())
                && !speaksForARoom(hall, order)
                && !answersForAUnit(hall, order);
    }

    private static boolean speaksForARoom(Hall hall, Order order) {
        return order.command() instanceof HallCommand.OfFloor
                && hall.isMeetingRoom(order.actor().person());
    }

    private static boolean answersForAUnit(Hall hall, Order order) {
        return order.command() instanceof HallCommand.OfVoting
                && hall.voting().votes().stream()
                        .anyMatch(vote ->
                                vote.byUnits() && vote.eligible(order.actor().person()));
    }

    private static boolean isMembers(HallCommand command) {
        return command instanceof HallCommand.OfVoting || command instanceof HallCommand.OfFloor;
    }
}

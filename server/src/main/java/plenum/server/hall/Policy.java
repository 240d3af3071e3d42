package plenum.server.hall;

import java.util.Optional;
import plenum.server.kernel.Problem;

/** What keeps an order from the hall beside its rules: a unit's own policy, a signature that is not right. */
public interface Policy {
    Policy NONE = (hall, command) -> Optional.empty();

    /** Why not; empty: go on. Asked on the lane's thread. */
    Optional<Problem> refuses(Hall hall, HallCommand command);

    /** The same for what does not hang on the order of orders; asked on the sender's thread, by the newest state. */
    default Optional<Problem> unfit(Hall hall, Order order) {
        return Optional.empty();
    }
}

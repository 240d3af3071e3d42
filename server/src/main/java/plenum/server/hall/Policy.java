package plenum.server.hall;

import java.util.Optional;
import plenum.server.kernel.Problem;

/** What a unit's own policy keeps from being ordered, beside the rules of the hall. Asked on the lane's thread. */
public interface Policy {
    Policy NONE = (hall, command) -> Optional.empty();

    /** Why not; empty: go on. */
    Optional<Problem> refuses(Hall hall, HallCommand command);
}

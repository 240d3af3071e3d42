package plenum.server.follow;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;

/** What may be asked of follow mode. */
public sealed interface FollowCommand {
    /** @param presenter absent: the sender */
    record Start(PaperId paperId, int page, @Nullable PersonId presenter) implements FollowCommand {}

    record Turn(int page) implements FollowCommand {}

    record Stop() implements FollowCommand {}
}

package plenum.server.follow;

import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SittingId;

/** What happened to follow mode. */
public sealed interface FollowEvent extends SessionEvent {
    /** @param byFloor it ends with the presenter's speech */
    record Started(PaperId paperId, int page, PersonId personId, String name, boolean byFloor, SittingId sittingId)
            implements FollowEvent {}

    record Turned(int page) implements FollowEvent {}

    record Stopped() implements FollowEvent {}
}

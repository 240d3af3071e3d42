package plenum.server.screen;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PollId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.VoteId;

/** What happened to the big screen. */
public sealed interface ScreenEvent extends SessionEvent {
    /** @param pollId with POLL */
    record Shown(
            Scene scene, @Nullable VoteId voteId, @Nullable PollId pollId) implements ScreenEvent {
        public Shown(Scene scene, @Nullable VoteId voteId) {
            this(scene, voteId, null);
        }
    }

    record Automatic() implements ScreenEvent {}
}

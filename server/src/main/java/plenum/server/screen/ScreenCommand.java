package plenum.server.screen;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PollId;
import plenum.server.kernel.VoteId;

/** What may be asked of the big screen. */
public sealed interface ScreenCommand {
    /**
     * @param voteId for VOTE and RESULT only
     * @param pollId for POLL only
     */
    record ShowScene(
            Scene scene, @Nullable VoteId voteId, @Nullable PollId pollId) implements ScreenCommand {
        public ShowScene(Scene scene, @Nullable VoteId voteId) {
            this(scene, voteId, null);
        }
    }

    record ShowAutomatic() implements ScreenCommand {}
}

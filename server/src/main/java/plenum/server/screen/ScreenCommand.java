package plenum.server.screen;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.VoteId;

/** What may be asked of the big screen. */
public sealed interface ScreenCommand {
    /** @param voteId for VOTE and RESULT only */
    record ShowScene(Scene scene, @Nullable VoteId voteId) implements ScreenCommand {}

    record ShowAutomatic() implements ScreenCommand {}
}

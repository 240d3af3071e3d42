package plenum.server.screen;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PollId;
import plenum.server.kernel.VoteId;

/**
 * The big screen's wish.
 *
 * @param pinned absent: the scene follows the session by itself
 */
public record Screen(
        @Nullable Scene pinned,
        @Nullable VoteId voteId,
        @Nullable PollId pollId) {
    public static final Screen AUTOMATIC = new Screen(null, null, null);

    /** No poll's. */
    public Screen(@Nullable Scene pinned, @Nullable VoteId voteId) {
        this(pinned, voteId, null);
    }

    public Screen apply(ScreenEvent event) {
        return switch (event) {
            case ScreenEvent.Shown shown -> new Screen(shown.scene(), shown.voteId(), shown.pollId());
            case ScreenEvent.Automatic unused -> AUTOMATIC;
        };
    }
}

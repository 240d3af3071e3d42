package plenum.server.screen;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.VoteId;

/** What happened to the big screen. */
public sealed interface ScreenEvent extends SessionEvent {
    record Shown(Scene scene, @Nullable VoteId voteId) implements ScreenEvent {}

    record Automatic() implements ScreenEvent {}
}

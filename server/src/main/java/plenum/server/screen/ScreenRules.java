package plenum.server.screen;

import plenum.server.kernel.Decision;
import plenum.server.kernel.SessionEvent;
import plenum.server.screen.ScreenCommand.ShowAutomatic;
import plenum.server.screen.ScreenCommand.ShowScene;

/** The rules of the big screen. */
public final class ScreenRules {
    private ScreenRules() {}

    /** The vote that the command names. */
    public enum VoteLife {
        NONE,
        /** Not yet closed, or void. */
        WITHOUT_RESULT,
        WITH_RESULT
    }

    public static Decision decide(Screen state, ScreenCommand command, VoteLife vote) {
        return switch (command) {
            case ShowScene show -> show(state, show, vote);
            case ShowAutomatic unused -> unlessSame(state, new ScreenEvent.Automatic());
        };
    }

    private static Decision show(Screen state, ShowScene show, VoteLife vote) {
        if (show.scene() != Scene.VOTE && show.scene() != Scene.RESULT) {
            return unlessSame(state, new ScreenEvent.Shown(show.scene(), null));
        }
        if (show.voteId() == null) {
            return Decision.refuse(ScreenProblem.VOTE_NEEDED, "scene " + show.scene());
        }
        if (vote == VoteLife.NONE) {
            return Decision.refuse(ScreenProblem.NO_SUCH_VOTE, "vote " + show.voteId());
        }
        return show.scene() == Scene.RESULT && vote == VoteLife.WITHOUT_RESULT
                ? Decision.refuse(ScreenProblem.NO_RESULT_YET, "vote " + show.voteId())
                : unlessSame(state, new ScreenEvent.Shown(show.scene(), show.voteId()));
    }

    private static Decision unlessSame(Screen state, ScreenEvent event) {
        return state.apply(event).equals(state) ? Decision.accept() : Decision.accept((SessionEvent) event);
    }
}

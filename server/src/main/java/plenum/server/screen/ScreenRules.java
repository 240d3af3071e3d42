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

    /** The poll that the command names. */
    public enum PollLife {
        NONE,
        DRAFT,
        BEGUN
    }

    public static Decision decide(Screen state, ScreenCommand command, VoteLife vote, PollLife poll) {
        return switch (command) {
            case ShowScene show -> show.scene() == Scene.POLL ? show(state, show, poll) : show(state, show, vote);
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

    private static Decision show(Screen state, ShowScene show, PollLife poll) {
        if (show.pollId() == null) {
            return Decision.refuse(ScreenProblem.POLL_NEEDED, "scene " + show.scene());
        }
        return switch (poll) {
            case NONE -> Decision.refuse(ScreenProblem.NO_SUCH_POLL, "poll " + show.pollId());
            case DRAFT -> Decision.refuse(ScreenProblem.POLL_NOT_BEGUN, "poll " + show.pollId());
            case BEGUN -> unlessSame(state, new ScreenEvent.Shown(Scene.POLL, null, show.pollId()));
        };
    }

    private static Decision unlessSame(Screen state, ScreenEvent event) {
        return state.apply(event).equals(state) ? Decision.accept() : Decision.accept((SessionEvent) event);
    }
}

package plenum.server.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.kernel.Decision.accept;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.VoteId;
import plenum.server.screen.ScreenCommand.ShowAutomatic;
import plenum.server.screen.ScreenCommand.ShowScene;
import plenum.server.screen.ScreenRules.PollLife;
import plenum.server.screen.ScreenRules.VoteLife;

class ScreenRulesTest {
    private static final VoteId VOTE = new VoteId("bq-1");
    private static final PollId POLL = new PollId("bau-1");
    private static final Instant NINE = Instant.parse("2026-12-08T02:00:00Z");

    @Test
    void aSceneIsPinned() {
        assertThat(decide(new ShowScene(Scene.AGENDA, null), VoteLife.NONE))
                .isEqualTo(accept(new ScreenEvent.Shown(Scene.AGENDA, null)));
    }

    @Test
    void theSameSceneAgainIsNoEvent() {
        var pinned = new Screen(Scene.AGENDA, null);
        assertThat(ScreenRules.decide(pinned, new ShowScene(Scene.AGENDA, null), VoteLife.NONE, PollLife.NONE))
                .isEqualTo(accept());
        assertThat(decide(new ShowAutomatic(), VoteLife.NONE)).isEqualTo(accept());
    }

    @Test
    void aVoteIdIsKeptOnlyForScenesOfAVote() {
        assertThat(decide(new ShowScene(Scene.SPEAKER, VOTE), VoteLife.WITH_RESULT))
                .isEqualTo(accept(new ScreenEvent.Shown(Scene.SPEAKER, null)));
    }

    @Test
    void aVoteSceneNeedsAVote() {
        assertThat(code(decide(new ShowScene(Scene.VOTE, null), VoteLife.NONE))).isEqualTo(ScreenProblem.VOTE_NEEDED);
        assertThat(code(decide(new ShowScene(Scene.VOTE, VOTE), VoteLife.NONE))).isEqualTo(ScreenProblem.NO_SUCH_VOTE);
    }

    @Test
    void aResultIsShownOnlyOfAVoteThatHasOne() {
        assertThat(code(decide(new ShowScene(Scene.RESULT, VOTE), VoteLife.WITHOUT_RESULT)))
                .isEqualTo(ScreenProblem.NO_RESULT_YET);
        assertThat(decide(new ShowScene(Scene.RESULT, VOTE), VoteLife.WITH_RESULT))
                .isEqualTo(accept(new ScreenEvent.Shown(Scene.RESULT, VOTE)));
    }

    @Test
    void aPollIsShownOnceItHasBegun() {
        assertThat(code(poll(null, PollLife.NONE))).isEqualTo(ScreenProblem.POLL_NEEDED);
        assertThat(code(poll(POLL, PollLife.NONE))).isEqualTo(ScreenProblem.NO_SUCH_POLL);
        assertThat(code(poll(POLL, PollLife.DRAFT))).isEqualTo(ScreenProblem.POLL_NOT_BEGUN);
        assertThat(poll(POLL, PollLife.BEGUN)).isEqualTo(accept(new ScreenEvent.Shown(Scene.POLL, null, POLL)));
    }

    private static Decision poll(@Nullable PollId id, PollLife life) {
        return ScreenRules.decide(Screen.AUTOMATIC, new ShowScene(Scene.POLL, VOTE, id), VoteLife.WITH_RESULT, life);
    }

    @Test
    void thePinIsTakenAway() {
        assertThat(ScreenRules.decide(
                        new Screen(Scene.AGENDA, null), new ShowAutomatic(), VoteLife.NONE, PollLife.NONE))
                .isEqualTo(accept(new ScreenEvent.Automatic()));
    }

    @Test
    void anOpenVoteComesFirst() {
        var now = new AutomaticScene.Now(VOTE, null, null, NINE, NINE, true, true, true);
        assertThat(AutomaticScene.of(now)).isEqualTo(new Screen(Scene.VOTE, VOTE));
    }

    @Test
    void aResultStaysUntilTheNextSpeech() {
        assertThat(result(NINE.plusSeconds(9), NINE.plusSeconds(5))).isEqualTo(Scene.RESULT);
        assertThat(result(NINE.plusSeconds(9), NINE.plusSeconds(12))).isEqualTo(Scene.SPEAKER);
    }

    @Test
    void aResultOfAnEarlierItemIsNotShown() {
        assertThat(result(NINE.minusSeconds(1), null)).isEqualTo(Scene.SPEAKER);
    }

    @Test
    void thenSpeakerItemRollCallAgendaIdle() {
        assertThat(plain(true, NINE, true, true)).isEqualTo(Scene.SPEAKER);
        assertThat(plain(false, NINE, true, true)).isEqualTo(Scene.ITEM);
        assertThat(plain(false, null, true, true)).isEqualTo(Scene.ROLL_CALL);
        assertThat(plain(false, null, false, true)).isEqualTo(Scene.AGENDA);
        assertThat(plain(false, null, false, false)).isEqualTo(Scene.IDLE);
    }

    private static @Nullable Scene result(Instant declaredAt, @Nullable Instant lastGrantedAt) {
        var now = new AutomaticScene.Now(null, VOTE, declaredAt, NINE, lastGrantedAt, true, false, true);
        return AutomaticScene.of(now).pinned();
    }

    private static @Nullable Scene plain(boolean speech, @Nullable Instant item, boolean rollCall, boolean sitting) {
        return AutomaticScene.of(new AutomaticScene.Now(null, null, null, item, null, speech, rollCall, sitting))
                .pinned();
    }

    private static Decision decide(ScreenCommand command, VoteLife vote) {
        return ScreenRules.decide(Screen.AUTOMATIC, command, vote, PollLife.NONE);
    }

    private static Problem.@Nullable Code code(Decision decision) {
        return decision instanceof Decision.Refused refused ? refused.problem().code() : null;
    }
}

package plenum.server.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.SessionEvent;
import plenum.server.stage.Layout.Kind;

class StageRulesTest {
    private static final Instant NINE = Instant.parse("2026-12-08T02:00:00Z");
    private static final PersonId TUA_CHUA = new PersonId("tua-chua");
    private static final PersonId MUONG_NHE = new PersonId("muong-nhe");
    private static final PersonId LOST = new PersonId("nam-po");
    private static final PersonId STRANGER = new PersonId("nguoi-la");
    private static final Layout FLOOR = of(Kind.STAGE);
    private static final Layout TWO = of(Kind.DIALOGUE, TUA_CHUA, MUONG_NHE);
    private static final Layout TOUR = new Layout(Kind.ROTATION, List.of(TUA_CHUA, LOST), 20);

    private Stage stage = Stage.NONE;
    private boolean open = true;
    private boolean several = true;

    @Test
    void whatIsPreviewedGoesOnAirInOneStep() {
        assertThat(must(new StageCommand.Preview(TWO))).containsExactly(new StageEvent.Previewed(TWO));
        assertThat(stage.air()).isNull();
        assertThat(must(new StageCommand.Air())).containsExactly(new StageEvent.Aired(TWO));
        assertThat(stage).isEqualTo(new Stage(TWO, NINE, null, List.of()));
        assertThat(refusal(new StageCommand.Air())).isEqualTo(StageProblem.NOTHING_PREVIEWED);
    }

    @Test
    void whatIsShownAtOnceLeavesThePreviewForLater() {
        must(new StageCommand.Preview(TWO));
        must(new StageCommand.Show(FLOOR));
        assertThat(stage.air()).isEqualTo(FLOOR);
        assertThat(stage.preview()).isEqualTo(TWO);
        assertThat(must(new StageCommand.Show(FLOOR))).isEmpty();
        assertThat(must(new StageCommand.Preview(TWO))).isEmpty();
    }

    @Test
    void everybodyChoosesAgainOnceTheStageIsFree() {
        assertThat(must(new StageCommand.Free())).isEmpty();
        must(new StageCommand.Preview(FLOOR));
        must(new StageCommand.Show(TWO));
        must(new StageCommand.Free());
        assertThat(stage).isEqualTo(Stage.NONE);
    }

    @Test
    void onlyWhoIsThereIsShownLargeButATourGoesOnWithoutTheLost() {
        assertThat(refusal(new StageCommand.Show(of(Kind.STAGE, LOST)))).isEqualTo(StageProblem.NOT_IN_ROOM);
        assertThat(refusal(new StageCommand.Preview(of(Kind.DIALOGUE, TUA_CHUA, LOST))))
                .isEqualTo(StageProblem.NOT_IN_ROOM);
        must(new StageCommand.Show(TOUR));
        must(new StageCommand.Show(of(Kind.GRID, TUA_CHUA, LOST)));
        assertThat(refusal(new StageCommand.Show(of(Kind.GRID, STRANGER)))).isEqualTo(StageProblem.NOT_IN_ROOM);
    }

    @Test
    void whoWasPreviewedAndIsGoneSinceDoesNotGoOnAir() {
        stage = stage.apply(new StageEvent.Previewed(of(Kind.STAGE, LOST)), NINE);
        assertThat(refusal(new StageCommand.Air())).isEqualTo(StageProblem.NOT_IN_ROOM);
    }

    @Test
    void aLayoutHasWhatItsKindTakes() {
        for (var layout : List.of(
                of(Kind.DIALOGUE, TUA_CHUA),
                of(Kind.DIALOGUE, TUA_CHUA, TUA_CHUA),
                of(Kind.STAGE, TUA_CHUA, MUONG_NHE),
                of(Kind.ROTATION, TUA_CHUA),
                new Layout(Kind.ROTATION, List.of(), 4),
                new Layout(Kind.GRID, List.of(), 20))) {
            assertThat(refusal(new StageCommand.Show(layout)))
                    .as(layout.toString())
                    .isEqualTo(StageProblem.BAD_LAYOUT);
        }
    }

    @Test
    void whoIsGivenTheFloorComesOnAirWhereOthersWereShown() {
        assertThat(StageRules.present(stage, TUA_CHUA)).isEmpty();
        for (var other : List.of(TOUR, of(Kind.GRID), of(Kind.STAGE, MUONG_NHE), of(Kind.DIALOGUE, MUONG_NHE, LOST))) {
            stage = stage.apply(new StageEvent.Aired(other), NINE);
            assertThat(StageRules.present(stage, TUA_CHUA)).containsExactly(new StageEvent.Aired(FLOOR));
        }
        stage = stage.apply(new StageEvent.Aired(of(Kind.STAGE_PAPER, MUONG_NHE)), NINE);
        assertThat(StageRules.present(stage, TUA_CHUA)).containsExactly(new StageEvent.Aired(of(Kind.STAGE_PAPER)));
        for (var same : List.of(TWO, FLOOR, of(Kind.STAGE, TUA_CHUA), of(Kind.STAGE_PAPER))) {
            stage = stage.apply(new StageEvent.Aired(same), NINE);
            assertThat(StageRules.present(stage, TUA_CHUA)).isEmpty();
        }
    }

    @Test
    void severalAreCalledOnlyInAConference() {
        must(new StageCommand.Call(TUA_CHUA));
        must(new StageCommand.Call(MUONG_NHE));
        assertThat(must(new StageCommand.Call(TUA_CHUA))).isEmpty();
        assertThat(stage.called()).containsExactly(TUA_CHUA, MUONG_NHE);
        assertThat(refusal(new StageCommand.Call(LOST))).isEqualTo(StageProblem.NOT_IN_ROOM);
        must(new StageCommand.Dismiss(TUA_CHUA));
        assertThat(must(new StageCommand.Dismiss(TUA_CHUA))).isEmpty();
        assertThat(stage.called()).containsExactly(MUONG_NHE);
        several = false;
        assertThat(refusal(new StageCommand.Call(TUA_CHUA))).isEqualTo(StageProblem.ONE_SPEAKER);
    }

    @Test
    void withoutARoomThereIsNoStage() {
        must(new StageCommand.Call(TUA_CHUA));
        assertThat(StageRules.strike(stage)).containsExactly(new StageEvent.Struck());
        assertThat(StageRules.strike(Stage.NONE)).isEmpty();
        open = false;
        for (var command : List.of(
                new StageCommand.Preview(FLOOR),
                new StageCommand.Air(),
                new StageCommand.Show(FLOOR),
                new StageCommand.Free(),
                new StageCommand.Call(TUA_CHUA),
                new StageCommand.Dismiss(TUA_CHUA))) {
            assertThat(refusal(command)).isEqualTo(StageProblem.ROOM_NOT_OPEN);
        }
    }

    private static Layout of(Kind kind, PersonId... persons) {
        return new Layout(kind, List.of(persons), null);
    }

    private Decision decide(StageCommand command) {
        var there = Set.of(TUA_CHUA, MUONG_NHE);
        var known = Set.of(TUA_CHUA, MUONG_NHE, LOST);
        return StageRules.decide(
                stage, command, new StageRules.Outside(open, several, there::contains, known::contains));
    }

    @CanIgnoreReturnValue
    private List<SessionEvent> must(StageCommand command) {
        if (!(decide(command) instanceof Decision.Accepted accepted)) {
            throw new AssertionError(decide(command).toString());
        }
        accepted.events().forEach(event -> stage = stage.apply((StageEvent) event, NINE));
        return accepted.events();
    }

    private Problem.@Nullable Code refusal(StageCommand command) {
        return decide(command) instanceof Decision.Refused refused
                ? refused.problem().code()
                : null;
    }
}

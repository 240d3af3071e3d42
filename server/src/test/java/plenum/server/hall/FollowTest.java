package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.floor.FloorCommand;
import plenum.server.follow.FollowCommand;
import plenum.server.follow.FollowProblem;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.sitting.SittingCommand;

/** Who may present which paper, who sees it, and when it is over. */
final class FollowTest {
    private static final PaperId REPORT = new PaperId("bao-cao");
    private static final PaperId PRIVATE = new PaperId("rieng");

    private final Scenario scenario = new Scenario(8);

    @BeforeEach
    void aSittingIsOpen() {
        var unused = scenario.running(6);
        paper(REPORT, Reach.EVERYONE);
        paper(PRIVATE, new Reach(List.of(), List.of(Scenario.person(2)), null, null, false));
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    private void paper(PaperId id, Reach reach) {
        done(
                Scenario.SECRETARY,
                new HallCommand.OfAgenda(new AgendaCommand.AttachPaper(
                        id,
                        Scenario.BUDGET,
                        new PaperFacts("Báo cáo", PaperKind.REPORT, null),
                        new PaperFile(40, 900, "ab".repeat(32), "b.pdf"),
                        reach)));
    }

    @Test
    void theChairsPageIsEverybodysPage() {
        done(Scenario.CHAIR, start(REPORT, 3, null));
        assertThat(seen(Audience.DELEGATE)).isEqualTo(seen(Audience.CONTROL));
        assertThat(seen(Audience.GUEST).page()).isEqualTo(3);
        scenario.passSeconds(1);
        done(Scenario.CHAIR, turn(7));
        assertThat(seen(Audience.DELEGATE).page()).isEqualTo(7);
        assertThat(seen(Audience.DELEGATE).personId()).isEqualTo("chu-toa");
        done(Scenario.CHAIR, stop());
        assertThat(seen(Audience.DELEGATE)).isEqualTo(new FollowView(null, null, null, null, null, null));
    }

    @Test
    void theWallShowsThePresentedPaperThatGuestsMayReadAndNoOther() {
        assertThat(mayOpen(REPORT)).isFalse();
        done(Scenario.CHAIR, start(REPORT, 3, null));
        assertThat(seen(Audience.SCREEN).page()).isEqualTo(3);
        assertThat(Objects.requireNonNull(seen(Audience.SCREEN).paper()).paperId())
                .isEqualTo(REPORT.value());
        assertThat(seen(Audience.GUEST).paper()).isNull();
        assertThat(mayOpen(REPORT)).isTrue();
        done(Scenario.CHAIR, start(PRIVATE, 1, null));
        assertThat(seen(Audience.SCREEN).paperId()).isNull();
        assertThat(seen(Audience.SCREEN).paper()).isNull();
        assertThat(mayOpen(PRIVATE)).isFalse();
        assertThat(mayOpen(REPORT)).isFalse();
    }

    private boolean mayOpen(PaperId id) {
        var hall = scenario.hall();
        var paper = hall.agenda().items().find(id).orElseThrow();
        return PaperRights.mayOpen(hall, Set.of(Audience.SCREEN), new PersonId("wall"), paper, 1, hall.at());
    }

    @Test
    void aDelegatePresentsOnlyWithTheFloorAndOnlyAsLong() {
        refused(Scenario.delegate(1), start(REPORT, 1, null), FollowProblem.NOT_YOUR_FLOOR);
        floor(1);
        refused(Scenario.delegate(2), start(REPORT, 1, null), FollowProblem.NOT_YOUR_FLOOR);
        refused(Scenario.delegate(1), start(REPORT, 1, Scenario.person(2)), FollowProblem.NOT_YOUR_FLOOR);
        done(Scenario.delegate(1), start(REPORT, 1, null));
        scenario.passSeconds(1);
        done(Scenario.delegate(1), turn(2));
        refused(Scenario.delegate(2), turn(5), FollowProblem.NOT_PRESENTER);
        refused(Scenario.delegate(2), stop(), FollowProblem.NOT_PRESENTER);
        done(Scenario.CHAIR, new HallCommand.OfFloor(new FloorCommand.EndSpeech()));
        assertThat(seen(Audience.CONTROL).personId()).isNull();
        refused(Scenario.delegate(1), turn(3), FollowProblem.NOTHING_SHOWN);
        scenario.passSeconds(1);
        floor(1);
        assertThat(seen(Audience.CONTROL).personId()).isNull();
    }

    @Test
    void theSecretaryStartsForThePresenterWhoThenTurnsThePages() {
        done(Scenario.SECRETARY, start(REPORT, 1, Scenario.person(4)));
        assertThat(seen(Audience.DELEGATE).name()).isEqualTo("Đại biểu 4");
        scenario.passSeconds(1);
        done(Scenario.delegate(4), turn(9));
        assertThat(seen(Audience.DELEGATE).page()).isEqualTo(9);
        refused(Scenario.SECRETARY, start(REPORT, 1, new PersonId("la")), FollowProblem.NO_SUCH_PRESENTER);
    }

    @Test
    void whoMayNotOpenThePaperSeesThatOneIsShownAndNotWhich() {
        refused(Scenario.SECRETARY, start(PRIVATE, 1, Scenario.person(3)), FollowProblem.NO_SUCH_PAPER);
        done(Scenario.SECRETARY, start(PRIVATE, 5, Scenario.person(2)));
        assertThat(seen(Audience.CONTROL).paperId()).isEqualTo("rieng");
        assertThat(seen(Audience.DELEGATE).paperId()).isNull();
        assertThat(seen(Audience.DELEGATE).page()).isNull();
        assertThat(seen(Audience.DELEGATE).name()).isEqualTo("Đại biểu 2");
        assertThat(HallViews.me(scenario.hall(), Scenario.person(2)).presented())
                .isEqualTo(new OwnPage("rieng", 5));
        assertThat(HallViews.me(scenario.hall(), Scenario.person(3)).presented())
                .isNull();
    }

    @Test
    void theLastPageWinsAndNobodyFillsTheJournal() {
        done(Scenario.CHAIR, start(REPORT, 1, null));
        var before = scenario.hall().seq();
        refused(Scenario.CHAIR, turn(2), FollowProblem.TOO_FAST);
        scenario.passSeconds(1);
        done(Scenario.CHAIR, turn(3));
        done(Scenario.CHAIR, turn(3));
        assertThat(scenario.hall().seq()).isEqualTo(before + 1);
        refused(Scenario.CHAIR, turn(41), FollowProblem.BAD_PAGE);
    }

    @Test
    void aRecalledPaperIsNoLongerShown() {
        done(Scenario.CHAIR, start(REPORT, 1, null));
        done(Scenario.SECRETARY, new HallCommand.OfAgenda(new AgendaCommand.RecallPaper(REPORT, "Nhầm tệp")));
        assertThat(seen(Audience.CONTROL).personId()).isNull();
        refused(Scenario.CHAIR, start(REPORT, 1, null), FollowProblem.NO_SUCH_PAPER);
    }

    @Test
    void itIsOverWithTheSittingAndOutlivesARestart() {
        done(Scenario.CHAIR, start(REPORT, 6, null));
        try (var again = scenario.restarted(new MemorySnapshots())) {
            assertThat(FollowView.of(again.lane(Scenario.SESSION).hall(), Audience.DELEGATE))
                    .isEqualTo(seen(Audience.DELEGATE));
        }
    }

    @Test
    void withoutASittingNothingIsPresented() {
        done(Scenario.CHAIR, start(REPORT, 6, null));
        done(Scenario.CHAIR, new HallCommand.OfSitting(new SittingCommand.EndSitting(Scenario.MORNING)));
        assertThat(seen(Audience.CONTROL).personId()).isNull();
        refused(Scenario.CHAIR, start(REPORT, 1, null), FollowProblem.NO_SITTING_OPEN);
    }

    private void floor(int delegate) {
        done(Scenario.CHAIR, new HallCommand.OfFloor(new FloorCommand.GrantFloor(Scenario.person(delegate), 300)));
    }

    private static HallCommand start(PaperId paper, int page, @Nullable PersonId presenter) {
        return new HallCommand.OfFollow(new FollowCommand.Start(paper, page, presenter));
    }

    private static HallCommand turn(int page) {
        return new HallCommand.OfFollow(new FollowCommand.Turn(page));
    }

    private static HallCommand stop() {
        return new HallCommand.OfFollow(new FollowCommand.Stop());
    }

    private FollowView seen(Audience audience) {
        return (FollowView) HallViews.part(scenario.hall(), audience, "follow");
    }

    private void done(Actor actor, HallCommand command) {
        assertThat(scenario.ask(actor, command)).isInstanceOf(Answer.Done.class);
    }

    private void refused(Actor actor, HallCommand command, FollowProblem code) {
        assertThat(scenario.ask(actor, command))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

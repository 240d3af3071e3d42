package plenum.server.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand.AttachPaper;
import plenum.server.agenda.AgendaCommand.RecallPaper;
import plenum.server.agenda.AgendaCommand.ReplacePaper;
import plenum.server.agenda.AgendaCommand.RestorePaper;
import plenum.server.agenda.AgendaCommand.RestrictPaper;
import plenum.server.agenda.AgendaCommand.TurnWindows;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Member;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Roster;

/** What becomes of a paper after it was attached. */
class PaperLifeTest {
    private static final Instant NOW = Instant.parse("2026-12-08T01:00:00Z");
    private static final ItemId ITEM = new ItemId("ns");
    private static final PaperId PAPER = new PaperId("tt");
    private static final Member MINH = new Member(new PersonId("minh"), "Minh", "", "Tổ 1", "A1");
    private static final Member HOA = new Member(new PersonId("hoa"), "Hoa", "", "Tổ 2", "A2");

    private Agenda agenda = Agenda.EMPTY;
    private Instant now = NOW;
    private boolean published = true;
    private boolean running;

    PaperLifeTest() {
        happened(new AgendaEvent.ItemAdded(ITEM, null, 0, "Ngân sách", ItemKind.REPORT, null, null, null, false, null));
    }

    @Test
    void aNewVersionKeepsTheOldOne() {
        does(attach(Reach.EVERYONE));
        now = NOW.plusSeconds(60);
        does(new ReplacePaper(PAPER, 2, file("bb")));
        assertThat(paper().version()).isEqualTo(2);
        assertThat(paper().file()).isEqualTo(file("bb"));
        assertThat(paper().replacedAt()).isEqualTo(now);
        assertThat(paper().attachedAt()).isEqualTo(NOW);
        assertThat(paper().earlier()).containsExactly(new PaperVersion(file("aa"), NOW, Reach.EVERYONE, true));
    }

    @Test
    void theSameVersionTwiceIsOneEvent() {
        does(attach(Reach.EVERYONE));
        does(new ReplacePaper(PAPER, 2, file("bb")));
        assertThat(decide(new ReplacePaper(PAPER, 2, file("bb")))).isEqualTo(Decision.accept());
    }

    @Test
    void whoeverComesSecondWithAnotherVersionIsTold() {
        does(attach(Reach.EVERYONE));
        does(new ReplacePaper(PAPER, 2, file("bb")));
        assertThat(code(new ReplacePaper(PAPER, 2, file("cc")))).isEqualTo(AgendaProblem.OTHER_VERSION);
        assertThat(code(new ReplacePaper(PAPER, 4, file("cc")))).isEqualTo(AgendaProblem.OTHER_VERSION);
    }

    @Test
    void theSameFileIsNoNewVersion() {
        does(attach(Reach.EVERYONE));
        assertThat(code(new ReplacePaper(PAPER, 2, file("aa")))).isEqualTo(AgendaProblem.SAME_FILE);
    }

    @Test
    void aVersionThatNobodyCouldSeeIsRememberedAsSuch() {
        published = false;
        does(attach(Reach.EVERYONE));
        does(new ReplacePaper(PAPER, 2, file("bb")));
        published = true;
        does(new ReplacePaper(PAPER, 3, file("cc")));
        assertThat(paper().earlier()).extracting(PaperVersion::seen).containsExactly(false, true);
    }

    @Test
    void whatComesWhileTheSessionRunsIsLate() {
        does(attach(Reach.EVERYONE));
        assertThat(paper().late()).isFalse();
        running = true;
        var other = new PaperId("bc");
        does(new AttachPaper(other, ITEM, facts(), file("bb"), Reach.EVERYONE));
        assertThat(agenda.items().find(other).orElseThrow().late()).isTrue();
    }

    @Test
    void aRecalledPaperIsGoneAndComesBackWithItsVersions() {
        does(attach(Reach.EVERYONE));
        does(new ReplacePaper(PAPER, 2, file("bb")));
        var before = paper();
        does(new RecallPaper(PAPER, "Phát hành nhầm"));
        assertThat(agenda.items().find(PAPER)).isEmpty();
        assertThat(agenda.shows(PAPER)).isFalse();
        assertThat(agenda.recalled(PAPER).orElseThrow().reason()).isEqualTo("Phát hành nhầm");
        assertThat(code(attach(Reach.EVERYONE))).isEqualTo(AgendaProblem.PAPER_RECALLED);
        assertThat(code(new RecallPaper(PAPER, "Lần nữa"))).isEqualTo(AgendaProblem.NO_SUCH_PAPER);
        does(new RestorePaper(PAPER, ITEM));
        assertThat(paper()).isEqualTo(before);
        assertThat(agenda.recalled()).isEmpty();
        assertThat(code(new RestorePaper(PAPER, ITEM))).isEqualTo(AgendaProblem.NO_SUCH_PAPER);
    }

    @Test
    void aPaperIsForGroupsAndPersonsOfThisSession() {
        does(attach(reach(List.of("Tổ 1"), List.of(), null, null)));
        assertThat(paper().reach().admits(Optional.of(MINH))).isTrue();
        assertThat(paper().reach().admits(Optional.of(HOA))).isFalse();
        assertThat(paper().reach().admits(Optional.empty())).isFalse();
        does(new RestrictPaper(PAPER, reach(List.of(), List.of(HOA.personId()), null, null)));
        assertThat(paper().reach().admits(Optional.of(MINH))).isFalse();
        assertThat(paper().reach().admits(Optional.of(HOA))).isTrue();
        assertThat(code(new RestrictPaper(PAPER, reach(List.of("Tổ 9"), List.of(), null, null))))
                .isEqualTo(AgendaProblem.NO_SUCH_READER);
        assertThat(code(new RestrictPaper(PAPER, reach(List.of(), List.of(new PersonId("ai")), null, null))))
                .isEqualTo(AgendaProblem.NO_SUCH_READER);
    }

    @Test
    void aWindowOpensAndClosesWhenTheServerSaysSo() {
        does(attach(reach(List.of(), List.of(), NOW.plusSeconds(10), NOW.plusSeconds(20))));
        assertThat(paper().open()).isFalse();
        assertThat(agenda.nextTurn(now)).contains(NOW.plusSeconds(10));
        assertThat(decide(new TurnWindows())).isEqualTo(Decision.accept());
        now = NOW.plusSeconds(10);
        assertThat(agenda.turnIsDue(now)).isTrue();
        does(new TurnWindows());
        assertThat(paper().open()).isTrue();
        assertThat(agenda.nextTurn(now)).contains(NOW.plusSeconds(20));
        now = NOW.plusSeconds(20);
        assertThat(decide(new TurnWindows()))
                .isEqualTo(Decision.accept(new AgendaEvent.WindowsTurned(List.of(), List.of(PAPER))));
        does(new TurnWindows());
        assertThat(paper().open()).isFalse();
        assertThat(agenda.nextTurn(now)).isEmpty();
        assertThat(agenda.turnIsDue(now)).isFalse();
    }

    @Test
    void aWindowThatIsOverAlreadyIsRefused() {
        assertThat(code(attach(reach(List.of(), List.of(), null, NOW)))).isEqualTo(AgendaProblem.BAD_WINDOW);
        assertThat(code(attach(reach(List.of(), List.of(), NOW.plusSeconds(9), NOW.plusSeconds(9)))))
                .isEqualTo(AgendaProblem.BAD_WINDOW);
    }

    private Paper paper() {
        return agenda.items().find(PAPER).orElseThrow();
    }

    private void does(AgendaCommand command) {
        switch (decide(command)) {
            case Decision.Accepted accepted -> accepted.events().forEach(event -> happened((AgendaEvent) event));
            case Decision.Refused refused ->
                throw new AssertionError(refused.problem().toString());
        }
    }

    private void happened(AgendaEvent event) {
        agenda = agenda.apply(event, now);
    }

    private Decision decide(AgendaCommand command) {
        var roster = new Roster(List.of(MINH, HOA));
        var outside =
                new AgendaRules.Outside(published, running, false, running, false, Set.of(), Set.of(), roster, now);
        return AgendaRules.decide(agenda, command, outside);
    }

    private Problem.@Nullable Code code(AgendaCommand command) {
        return decide(command) instanceof Decision.Refused refused
                ? refused.problem().code()
                : null;
    }

    private static AttachPaper attach(Reach reach) {
        return new AttachPaper(PAPER, ITEM, facts(), file("aa"), reach);
    }

    private static PaperFacts facts() {
        return new PaperFacts("Tờ trình", PaperKind.SUBMISSION, "125/TTr-UBND", "UBND tỉnh", "Dự toán năm 2027");
    }

    private static PaperFile file(String sha) {
        return new PaperFile(3, 900, sha, "tt.pdf");
    }

    private static Reach reach(
            List<String> groups, List<PersonId> persons, @Nullable Instant from, @Nullable Instant until) {
        return new Reach(groups, persons, from, until, false);
    }
}

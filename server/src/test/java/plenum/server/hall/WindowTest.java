package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;

/** A paper for some, and for some time: who is shown it, without asking. */
class WindowTest {
    private static final PaperId PAPER = new PaperId("bc-mat");

    @Test
    void aPaperOfAGroupIsShownToItsMembersAndToControlOnly() {
        try (var scenario = new Scenario(8).published()) {
            attach(scenario, reach(List.of("Tổ 2"), null, null));
            assertThat(papersOf(scenario, Audience.CONTROL)).contains("bc-mat");
            for (var audience : List.of(Audience.DELEGATE, Audience.SCREEN, Audience.GUEST)) {
                assertThat(papersOf(scenario, audience)).doesNotContain("bc-mat");
            }
            for (var n = 1; n <= 8; n++) {
                var own = HallViews.me(scenario.hall(), Scenario.person(n)).papers();
                var theirs = n % 4 == 1;
                assertThat(own != null && own.getFirst().paper().paperId().equals("bc-mat"))
                        .as("d" + n)
                        .isEqualTo(theirs);
            }
            assertThat(HallViews.me(scenario.hall(), Scenario.SECRETARY.person())
                            .papers())
                    .isNull();
            var touched = HallViews.touched(scenario.heard.getLast());
            assertThat(touched).containsExactly(new PersonId("d1"), new PersonId("d5"));
        }
    }

    @Test
    void itsPlaceCountsOnlyWhatThePersonSees() {
        try (var scenario = new Scenario(8).published()) {
            attach(scenario, "p1", reach(List.of("Tổ 3"), null, null));
            attach(scenario, "p2", reach(List.of("Tổ 2"), null, null));
            var own = HallViews.me(scenario.hall(), Scenario.person(1)).papers();
            assertThat(own).extracting(OwnPaper::index).containsExactly(1);
        }
    }

    @Test
    void theLaneItselfOpensAndClosesAWindow() {
        try (var scenario = new Scenario(4).published()) {
            var start = scenario.now();
            attach(scenario, new Reach(List.of(), List.of(), start.plusSeconds(60), start.plusSeconds(90), false));
            assertThat(papersOf(scenario, Audience.DELEGATE)).doesNotContain("bc-mat");
            scenario.passSeconds(60);
            until(() -> papersOf(scenario, Audience.DELEGATE).contains("bc-mat"));
            scenario.passSeconds(30);
            until(() -> !papersOf(scenario, Audience.DELEGATE).contains("bc-mat"));
            assertThat(papersOf(scenario, Audience.CONTROL)).contains("bc-mat");
            var turned = scenario.journal.lines(Scenario.SESSION, 0, 1_000).stream()
                    .filter(line -> line.type().equals("agenda.windows-turned"))
                    .toList();
            assertThat(turned)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line.by()).isEqualTo("system"));
        }
    }

    @Test
    void whatClosedWhileTheServerWasDownIsNeverShownAgain() {
        try (var scenario = new Scenario(4).published()) {
            attach(scenario, reach(List.of(), null, Duration.ofSeconds(30)));
            assertThat(papersOf(scenario, Audience.DELEGATE)).contains("bc-mat");
            scenario.lanes.close();
            scenario.passSeconds(31);
            try (var again = scenario.restarted(scenario.snapshots)) {
                assertThat(papers(again.lane(Scenario.SESSION).hall(), Audience.DELEGATE))
                        .doesNotContain("bc-mat");
            }
        }
    }

    @Test
    void aConfidentialPaperIsNotForGuests() {
        try (var scenario = new Scenario(4).published()) {
            attach(scenario, new Reach(List.of(), List.of(), null, null, true));
            assertThat(papersOf(scenario, Audience.DELEGATE)).contains("bc-mat");
            assertThat(papersOf(scenario, Audience.GUEST)).doesNotContain("bc-mat");
        }
    }

    private static void attach(Scenario scenario, Reach reach) {
        attach(scenario, PAPER.value(), reach);
    }

    private static void attach(Scenario scenario, String id, Reach reach) {
        scenario.must(scenario.ask(
                Scenario.SECRETARY,
                new AgendaCommand.AttachPaper(
                        new PaperId(id),
                        Scenario.BUDGET,
                        new PaperFacts("Báo cáo", PaperKind.REPORT, null),
                        new PaperFile(3, 900, "ef".repeat(32), "b.pdf"),
                        reach)));
    }

    private static Reach reach(List<String> groups, @Nullable Duration from, @Nullable Duration until) {
        return new Reach(
                groups,
                List.of(),
                from == null ? null : Scenario.START.plus(from),
                until == null ? null : Scenario.START.plus(until),
                false);
    }

    private static String papersOf(Scenario scenario, Audience audience) {
        return papers(scenario.hall(), audience);
    }

    private static String papers(Hall hall, Audience audience) {
        return HallViews.parts(hall, audience).get("agenda") + "";
    }

    private static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("10 s have passed").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}

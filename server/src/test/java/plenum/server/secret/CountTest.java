package plenum.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which secret ballots count, and for what. */
final class CountTest {
    private static final String HASH = "0".repeat(64);

    private static Definition election(int seats, boolean blankValid) {
        var any = Definition.read(Texts.bytes(Polls.published(new Random(1), 3).definition()));
        var candidates = Stream.of("a", "b", "c")
                .map(one -> new Definition.Line(one, "Bà " + one))
                .toList();
        return new Definition(
                any.poll(),
                any.title(),
                seats,
                blankValid,
                List.of(new Definition.Option("FOR", "Bầu")),
                candidates,
                any.eligible(),
                any.board(),
                any.issuer(),
                any.box(),
                any.receipt());
    }

    private static Definition rating() {
        var any = election(2, false);
        return new Definition(
                any.poll(),
                any.title(),
                0,
                true,
                Stream.of("HIGH", "MEDIUM", "LOW")
                        .map(one -> new Definition.Option(one, one))
                        .toList(),
                any.lines(),
                any.eligible(),
                any.board(),
                any.issuer(),
                any.box(),
                any.receipt());
    }

    private static Ballot sheet(String... marks) {
        return new Ballot(
                HASH,
                "4711",
                Stream.of(marks)
                        .map(mark -> mark.split(" "))
                        .map(mark -> new Ballot.Mark(mark[0], mark[1]))
                        .toList());
    }

    private static LineCount line(Count count, String id) {
        return Optional.ofNullable(count.lines().get(id)).orElseThrow();
    }

    @Test
    void aSheetMayElectAsManyAsThereAreSeatsAndFewer() {
        var count = Count.of(election(2, false), List.of(sheet("a FOR"), sheet("a FOR", "c FOR")));
        assertThat(count.valid()).isEqualTo(2);
        assertThat(line(count, "a")).hasToString("LineCount[options={FOR=2}, spoilt=0, blank=0]");
        assertThat(line(count, "c")).hasToString("LineCount[options={FOR=1}, spoilt=0, blank=1]");
    }

    @Test
    void aSheetThatElectsTooManyIsInvalidAsAWholeAndStaysCounted() {
        var count = Count.of(election(2, false), List.of(sheet("a FOR", "b FOR", "c FOR"), sheet("b FOR")));
        assertThat(count.cast()).isEqualTo(2);
        assertThat(count.invalid()).isEqualTo(1);
        assertThat(line(count, "a").options()).containsEntry("FOR", 0);
    }

    @Test
    void aNameThatIsNotOnTheSheetMakesItInvalid() {
        assertThat(Count.of(election(2, true), List.of(sheet("a FOR", "d FOR"))).invalid())
                .isEqualTo(1);
        assertThat(Count.of(election(2, true), List.of(sheet("a AGAINST"))).invalid())
                .isEqualTo(1);
    }

    @Test
    void theSameMarkTwiceMakesTheSheetInvalid() {
        assertThat(Count.of(election(2, true), List.of(sheet("a FOR", "a FOR"))).invalid())
                .isEqualTo(1);
        assertThat(Count.of(rating(), List.of(sheet("a LOW", "a LOW"))).invalid())
                .isEqualTo(1);
    }

    @Test
    void anEmptySheetIsWhatTheDefinitionSays() {
        assertThat(Count.of(election(2, true), List.of(sheet())).valid()).isEqualTo(1);
        assertThat(Count.of(election(2, false), List.of(sheet())).invalid()).isEqualTo(1);
    }

    @Test
    void twoOptionsOnOneLineSpoilThatLineOnly() {
        var count = Count.of(rating(), List.of(sheet("a HIGH", "a LOW", "b MEDIUM")));
        assertThat(count.valid()).isEqualTo(1);
        assertThat(line(count, "a")).hasToString("LineCount[options={HIGH=0, LOW=0, MEDIUM=0}, spoilt=1, blank=0]");
        assertThat(line(count, "b").options()).containsEntry("MEDIUM", 1);
        assertThat(line(count, "c").blank()).isEqualTo(1);
    }

    @Test
    void onlyTheOneFormIsABallot() {
        var good = Texts.text(sheet("a FOR").bytes());
        assertThat(Ballot.read(Texts.bytes(good))).isEqualTo(sheet("a FOR"));
        for (var wrong : List.of(
                "",
                good.stripTrailing(),
                good + "\n",
                good.replace("4711", "471"),
                good.replace("mark a", "mark  a"),
                good.replace("FOR", "for"),
                good + "mark a FOR\n".repeat(200))) {
            assertThatThrownBy(() -> Ballot.read(Texts.bytes(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

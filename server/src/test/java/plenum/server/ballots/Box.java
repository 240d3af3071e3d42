package plenum.server.ballots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.Base;
import plenum.server.kernel.Finding;
import plenum.server.kernel.LineId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;

/** Matters, sheets and counts of the law's examples: a council of 60. */
final class Box {
    static final Instant NOW = Instant.parse("2026-12-08T03:30:00Z");
    static final Finding MAY_RESIGN = new Finding(
            "may-resign", "có thể xin từ chức", OptionCode.LOW, new Share(1, 2, true, Base.BALLOTS_COLLECTED));
    static final Finding MUST_BE_RELIEVED = new Finding(
            "relief", "phải trình miễn nhiệm", OptionCode.LOW, new Share(2, 3, false, Base.BALLOTS_COLLECTED));

    private Box() {}

    static Matter matter(SheetKind kind, Share pass, TieRule tie, OptionCode... options) {
        return new Matter(
                "viec",
                "Việc",
                kind,
                List.of(BallotForm.SECRET_PAPER),
                Arrays.stream(options)
                        .map(option -> new BallotOption(option, option.name()))
                        .toList(),
                pass,
                kind == SheetKind.RATING ? List.of(MAY_RESIGN, MUST_BE_RELIEVED) : List.of(),
                tie,
                false,
                false,
                true,
                "Điều 1");
    }

    static Share moreThanHalf(Base base) {
        return new Share(1, 2, true, base);
    }

    static Matter election() {
        return matter(SheetKind.ELECTION, moreThanHalf(Base.TOTAL_MEMBERS), TieRule.RUN_OFF, OptionCode.FOR);
    }

    static Matter approval(Share pass) {
        return matter(SheetKind.APPROVAL, pass, TieRule.FAILS, OptionCode.FOR, OptionCode.AGAINST);
    }

    static Matter rating() {
        return matter(
                SheetKind.RATING,
                moreThanHalf(Base.BALLOTS_COLLECTED),
                TieRule.FAILS,
                OptionCode.HIGH,
                OptionCode.MEDIUM,
                OptionCode.LOW);
    }

    static Matter confidence() {
        return matter(
                SheetKind.CONFIDENCE,
                moreThanHalf(Base.TOTAL_MEMBERS),
                TieRule.FAILS,
                OptionCode.CONFIDENT,
                OptionCode.NOT_CONFIDENT);
    }

    static BallotSheet sheet(@Nullable Integer seats, int lines) {
        return new BallotSheet(
                "viec",
                "Phiếu",
                seats,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(n -> new SheetLine(new LineId("l" + n), "Ông " + n, null, null))
                        .toList());
    }

    static Issue issue(Matter matter, int present) {
        var eligible = new LinkedHashSet<PersonId>();
        IntStream.rangeClosed(1, present).forEach(n -> eligible.add(new PersonId("d" + n)));
        return new Issue(NOW, matter, eligible, 60, null);
    }

    /** @param lines per line its marks in the order of the options, and the invalid ones last where the kind has any */
    static Count count(Matter matter, int collected, int invalid, int[]... lines) {
        var counts = new ArrayList<LineCount>();
        for (var n = 0; n < lines.length; n++) {
            counts.add(line(matter, n + 1, lines[n]));
        }
        return new Count(collected, collected - invalid, invalid, counts);
    }

    private static LineCount line(Matter matter, int number, int[] marks) {
        Map<OptionCode, Integer> byOption = new LinkedHashMap<>();
        for (var at = 0; at < matter.options().size(); at++) {
            byOption.put(matter.options().get(at).code(), marks[at]);
        }
        return new LineCount(
                new LineId("l" + number), byOption, marks.length > byOption.size() ? marks[byOption.size()] : 0);
    }

    static int[] marks(int... numbers) {
        return numbers;
    }

    /** Outcomes in the order of the sheet. */
    static List<LineOutcome> outcomes(Matter matter, @Nullable Integer seats, Count count) {
        return results(matter, seats, 58, count).stream()
                .map(LineResult::outcome)
                .toList();
    }

    static List<LineResult> results(Matter matter, @Nullable Integer seats, int issued, Count count) {
        var sheet = sheet(seats, count.lines().size());
        return new Reckoning(sheet, issue(matter, 58), new Handed(issued, 0), count).results();
    }
}

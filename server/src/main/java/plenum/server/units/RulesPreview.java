package plenum.server.units;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Finding;
import plenum.server.kernel.Matter;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SheetKind;

/**
 * What a draft would change: the schema RuleSetPreview.
 *
 * @param totalBefore members on the draft's day by the version in force today; absent when there is none
 * @param totalAfter by the draft
 * @param quorum in members
 * @param sessions prepared with an older version, which they keep
 */
record RulesPreview(
        List<RulesFault> faults,
        @Nullable Integer totalBefore,
        int totalAfter,
        Effect quorum,
        List<Effect> matters,
        List<SessionRules> sessions) {

    /**
     * How many it takes, when everybody's ballot counts; one for each matter, for each finding of a rating.
     *
     * @param before absent: the matter is new
     * @param after absent: the matter is gone
     */
    record Effect(
            String code,
            String name,
            @Nullable Long before,
            @Nullable Long after) {}

    /** @param before in force today */
    static RulesPreview of(
            List<RulesFault> faults, @Nullable RuleSet before, RuleSet after, List<SessionRules> sessions) {
        var day = after.validFrom();
        return new RulesPreview(
                faults,
                before == null ? null : before.totalMembersOn(day),
                after.totalMembersOn(day),
                quorum(before, after, day),
                matters(before, after, day),
                sessions);
    }

    private static Effect quorum(@Nullable RuleSet before, RuleSet after, LocalDate day) {
        return new Effect(
                "quorum",
                "",
                before == null ? null : before.quorum().needed(before.totalMembersOn(day)),
                after.quorum().needed(after.totalMembersOn(day)));
    }

    /** Lines of the draft, then those that are gone. */
    private static List<Effect> matters(@Nullable RuleSet before, RuleSet after, LocalDate day) {
        var old = before == null ? List.<Line>of() : lines(before, day);
        var kept = lines(after, day).stream()
                .map(line -> new Effect(line.code, line.name, needed(old, line.code), line.needed));
        var codes = lines(after, day).stream().map(Line::code).toList();
        var gone = old.stream()
                .filter(line -> !codes.contains(line.code))
                .map(line -> new Effect(line.code, line.name, line.needed, null));
        return Stream.concat(kept, gone).toList();
    }

    private record Line(String code, String name, long needed) {}

    /** A matter's one share; a rating passes nothing, there its findings count. */
    private static List<Line> lines(RuleSet rules, LocalDate day) {
        var total = rules.totalMembersOn(day);
        return rules.matters().stream()
                .flatMap(matter -> matter.sheet() == SheetKind.RATING
                        ? matter.findings().stream().map(finding -> finding(matter, finding, total))
                        : Stream.of(new Line(
                                matter.code(), matter.name(), matter.pass().needed(total))))
                .toList();
    }

    private static Line finding(Matter matter, Finding finding, int total) {
        return new Line(
                matter.code() + "." + finding.code(),
                matter.name() + ": " + finding.words(),
                finding.share().needed(total));
    }

    private static @Nullable Long needed(List<Line> lines, String code) {
        return lines.stream()
                .filter(line -> line.code.equals(code))
                .map(Line::needed)
                .findFirst()
                .orElse(null);
    }
}

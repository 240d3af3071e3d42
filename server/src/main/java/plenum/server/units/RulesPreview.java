package plenum.server.units;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Matter;
import plenum.server.kernel.RuleSet;

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
     * How many it takes, when everybody's ballot counts.
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

    private static List<Effect> matters(@Nullable RuleSet before, RuleSet after, LocalDate day) {
        var kept = after.matters().stream()
                .map(matter -> new Effect(
                        matter.code(), matter.name(), before(before, matter.code(), day), needed(after, matter, day)));
        return Stream.concat(kept, gone(before, after, day)).toList();
    }

    private static Stream<Effect> gone(@Nullable RuleSet before, RuleSet after, LocalDate day) {
        if (before == null) {
            return Stream.of();
        }
        return before.matters().stream()
                .filter(matter -> after.matter(matter.code()).isEmpty())
                .map(matter -> new Effect(matter.code(), matter.name(), needed(before, matter, day), null));
    }

    private static @Nullable Long before(@Nullable RuleSet rules, String code, LocalDate day) {
        if (rules == null) {
            return null;
        }
        return rules.matter(code).map(matter -> needed(rules, matter, day)).orElse(null);
    }

    private static long needed(RuleSet rules, Matter matter, LocalDate day) {
        return matter.pass().needed(rules.totalMembersOn(day));
    }
}

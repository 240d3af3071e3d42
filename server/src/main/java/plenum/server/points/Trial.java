package plenum.server.points;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A point's self-tests.
 *
 * @param tests the last ones, oldest first
 * @param count of all
 * @param verdict of the director; stands until there is another
 */
public record Trial(List<Test> tests, int count, @Nullable Verdict verdict) {
    private static final int KEPT = 10;

    static final Trial NONE = new Trial(List.of(), 0, null);

    /** One self-test. */
    public record Test(Measured measured, Grade grade, Instant at) {}

    /**
     * What the director says of a point, whatever was measured.
     *
     * @param by name of who said it
     */
    public record Verdict(Grade grade, String by, String note, Instant at) {}

    public Trial {
        tests = List.copyOf(tests);
    }

    public Optional<Test> newest() {
        return tests.isEmpty() ? Optional.empty() : Optional.of(tests.getLast());
    }

    /** The director's word, else the newest test's; empty before both. */
    public Optional<Grade> grade() {
        return verdict == null ? newest().map(Test::grade) : Optional.of(verdict.grade());
    }

    /** Whether the point may come in where a trial is required: green, or accepted by the director. */
    public boolean passed() {
        return verdict == null
                ? newest().filter(test -> test.grade() == Grade.GREEN).isPresent()
                : verdict.grade() != Grade.RED;
    }

    Trial plus(Test test) {
        var all = Stream.concat(tests.stream(), Stream.of(test)).toList();
        return new Trial(all.subList(Math.max(0, all.size() - KEPT), all.size()), count + 1, verdict);
    }

    Trial judged(Verdict next) {
        return new Trial(tests, count, next);
    }
}

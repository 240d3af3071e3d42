package plenum.server.secret;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the valid ballots say of one line.
 *
 * @param options ballots by option
 * @param spoilt ballots with two options on this line, which count for none
 * @param blank ballots without a mark on it
 */
public record LineCount(SortedMap<String, Integer> options, int spoilt, int blank) {
    LineCount plus(String option) {
        var more = new TreeMap<>(options);
        more.merge(option, 1, Integer::sum);
        return new LineCount(more, spoilt, blank);
    }

    LineCount plusSpoilt() {
        return new LineCount(options, spoilt + 1, blank);
    }

    LineCount plusBlank() {
        return new LineCount(options, spoilt, blank + 1);
    }

    /** As in a result: {@code AGAINST=3 FOR=40 spoilt=1 blank=2}. */
    String text() {
        var text = new StringBuilder();
        options.forEach((option, ballots) ->
                text.append(option).append('=').append(ballots).append(' '));
        return text + "spoilt=" + spoilt + " blank=" + blank;
    }
}

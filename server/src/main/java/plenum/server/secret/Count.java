package plenum.server.secret;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The count of a poll's ballots. A ballot is invalid as a whole when it marks what is not on the sheet, marks the same
 * twice, or elects more than there are seats; two options on one line spoil that line only. Pure.
 *
 * @param lines by line id, in the order of the definition; of valid ballots
 */
public record Count(int cast, int valid, int invalid, Map<String, LineCount> lines) {

    public static Count of(Definition definition, List<Ballot> ballots) {
        var counting = new LinkedHashMap<String, LineCount>();
        var none = new TreeMap<String, Integer>();
        definition.options().forEach(option -> none.put(option.code(), 0));
        definition.lines().forEach(line -> counting.put(line.id(), new LineCount(none, 0, 0)));
        var valid =
                ballots.stream().filter(ballot -> isValid(definition, ballot)).toList();
        valid.forEach(ballot -> counting.replaceAll((line, before) -> counted(before, marked(ballot, line))));
        return new Count(ballots.size(), valid.size(), ballots.size() - valid.size(), counting);
    }

    private static LineCount counted(LineCount count, List<String> marked) {
        return switch (marked.size()) {
            case 0 -> count.plusBlank();
            case 1 -> count.plus(marked.getFirst());
            default -> count.plusSpoilt();
        };
    }

    private static List<String> marked(Ballot ballot, String line) {
        return ballot.marks().stream()
                .filter(mark -> mark.line().equals(line))
                .map(Ballot.Mark::option)
                .toList();
    }

    private static boolean isValid(Definition definition, Ballot ballot) {
        var marks = ballot.marks();
        var fits = marks.stream().allMatch(mark -> isOnSheet(definition, mark))
                && new HashSet<>(marks).size() == marks.size();
        var fewEnough = definition.seats() == 0 || marks.size() <= definition.seats();
        return fits && fewEnough && (definition.blankValid() || !marks.isEmpty());
    }

    private static boolean isOnSheet(Definition definition, Ballot.Mark mark) {
        return definition.lines().stream().anyMatch(line -> line.id().equals(mark.line()))
                && definition.options().stream()
                        .anyMatch(option -> option.code().equals(mark.option()));
    }
}

package plenum.server.booth;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.IntStream;
import plenum.server.ballots.Count;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.LineCount;
import plenum.server.ballots.Poll;
import plenum.server.kernel.LineId;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.SheetKind;
import plenum.server.secret.Definition;
import plenum.server.secret.Published;

/**
 * A board's count in the words of the hall.
 *
 * @param root of the board, Base64
 */
record BoardCount(String root, Count count) {

    /** Empty when the board is not what its own ballots make, or not of this poll. */
    static Optional<BoardCount> of(Poll poll, Electronic.Defined defined, Published published) {
        var definition = Definition.read(defined.text().getBytes(StandardCharsets.UTF_8));
        var issued = poll.handed() == null ? 0 : poll.handed().issued();
        return published
                .recounted(definition, issued)
                .map(count -> new BoardCount(published.root(), count(poll, count)));
    }

    private static Count count(Poll poll, plenum.server.secret.Count count) {
        var lines = poll.sheet().lines();
        return new Count(
                count.cast(),
                count.valid(),
                count.invalid(),
                IntStream.range(0, lines.size())
                        .mapToObj(at -> line(poll, lines.get(at).lineId(), count, DefinitionWriter.lineId(at)))
                        .toList());
    }

    /** A ballot that elects fewer than it may, or none, has no invalid line. */
    private static LineCount line(Poll poll, LineId line, plenum.server.secret.Count count, String id) {
        var matter = Optional.ofNullable(poll.issue()).orElseThrow().matter();
        var counted = Optional.ofNullable(count.lines().get(id)).orElseThrow();
        var marks = new LinkedHashMap<OptionCode, Integer>();
        matter.options()
                .forEach(option -> marks.put(
                        option.code(),
                        counted.options().getOrDefault(option.code().name(), 0)));
        var invalid = matter.sheet() == SheetKind.ELECTION ? 0 : counted.spoilt() + counted.blank();
        return new LineCount(line, marks, invalid);
    }
}

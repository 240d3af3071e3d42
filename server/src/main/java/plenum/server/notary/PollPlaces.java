package plenum.server.notary;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plenum.server.journal.EventCodec;
import plenum.server.journal.JournalBatch;
import plenum.server.journal.JournalLine;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;

/** Where in one journal a secret electronic poll was defined, and where each person took a ballot. One thread. */
final class PollPlaces {
    private static final String DEFINED = "ballot.defined";
    private static final Set<String> TYPES = Set.of(DEFINED, "ballot.taken");
    /** What every line looked for has in it, so that a burst of votes is not read twice. */
    private static final String MARK = "\"ballot.";

    private final Map<Key, Long> places = new HashMap<>();

    /** @param person empty: the definition */
    private record Key(String poll, String person) {}

    void follow(JournalBatch batch, EventCodec codec) {
        if (new String(batch.bytes(), StandardCharsets.UTF_8).contains(MARK)) {
            codec.lines(batch).stream()
                    .filter(line -> TYPES.contains(line.type()))
                    .forEach(line -> places.put(key(line), line.seq()));
        }
    }

    private static Key key(JournalLine line) {
        var person =
                line.type().equals(DEFINED) ? "" : line.data().path("personId").asText();
        return new Key(line.data().path("pollId").asText(), person);
    }

    /** Numbers of the lines that this person checks, the definition's first; those that are there. */
    List<Long> of(PollId poll, PersonId person) {
        return Stream.of("", person.value())
                .map(one -> places.get(new Key(poll.value(), one)))
                .flatMap(Stream::ofNullable)
                .toList();
    }
}

package plenum.server.notary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalBatch;
import plenum.server.journal.JournalLine;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/** A voter's own ballots exactly as the journal holds them: the tablet makes its receipt of the bytes. */
final class OwnBallots {
    /** Lines looked through at once: a ballot on each of a hundred items, with what others sent in between. */
    private static final int SPAN = 500;

    private static final int PAGE = 20;
    private static final Set<String> BALLOTS = Set.of("voting.ballot-cast", "voting.countersigned");

    private final Journal journal;

    /** The schema OwnBallotLines. */
    record Lines(List<Line> ballots) {}

    /** @param line as stored, without its line feed */
    record Line(long seq, String line) {}

    OwnBallots(Journal journal) {
        this.journal = journal;
    }

    /** Those of the person among the lines {@code from} to {@code to}; at most {@value SPAN} lines are looked at. */
    Lines between(SessionId session, PersonId person, long from, long to) {
        var last = Math.min(to, from + SPAN - 1);
        var found = new ArrayList<Line>();
        for (var reached = from - 1; reached < last; ) {
            var batches = journal.batches(session, reached, PAGE);
            if (batches.isEmpty()) {
                break;
            }
            for (var batch : batches) {
                collect(batch, person, from, last, found);
            }
            reached = batches.getLast().last();
        }
        return new Lines(List.copyOf(found));
    }

    private void collect(JournalBatch batch, PersonId person, long from, long last, List<Line> found) {
        if (batch.first() > last) {
            return;
        }
        var leaves = batch.leaves();
        var lines = journal.codec().lines(batch);
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.seq() >= from && line.seq() <= last && ballotOf(person, line)) {
                found.add(new Line(line.seq(), new String(leaves.get(at), StandardCharsets.UTF_8)));
            }
        }
    }

    private static boolean ballotOf(PersonId person, JournalLine line) {
        return BALLOTS.contains(line.type())
                && person.value().equals(line.data().path("personId").asText());
    }
}

package plenum.server.hall;

import java.util.Set;
import plenum.server.journal.JournalLine;
import plenum.server.kernel.PollId;
import plenum.server.kernel.VoteId;

/** Keeps choices out of the journal's lines until their vote is counted, and tellers' numbers until two agree. */
final class JournalSecrecy {
    private static final Set<String> WITH_CHOICE =
            Set.of("voting.ballot-cast", "voting.entered", "voting.countersigned");

    /** A signature tells the choice to whoever tries all three. */
    private static final Set<String> WHAT_TELLS = Set.of("choice", "signature");

    private JournalSecrecy() {}

    static JournalLine kept(Hall hall, JournalLine line) {
        if (WITH_CHOICE.contains(line.type())) {
            return counted(hall, line) ? line : without(WHAT_TELLS, line);
        }
        return !line.type().equals("ballot.count-keyed") || agreed(hall, line) ? line : without(Set.of("count"), line);
    }

    private static JournalLine without(Set<String> fields, JournalLine line) {
        var data = line.data().deepCopy();
        var unused = data.remove(fields);
        return new JournalLine(line.seq(), line.at(), line.by(), line.roles(), line.cmd(), line.type(), data);
    }

    private static boolean counted(Hall hall, JournalLine line) {
        return hall.voting()
                .find(new VoteId(line.data().required("voteId").asText()))
                .filter(vote -> vote.tally() != null)
                .isPresent();
    }

    private static boolean agreed(Hall hall, JournalLine line) {
        return hall.polls()
                .find(new PollId(line.data().required("pollId").asText()))
                .filter(poll -> poll.result() != null)
                .isPresent();
    }
}

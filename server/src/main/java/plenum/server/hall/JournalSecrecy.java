package plenum.server.hall;

import java.util.Set;
import plenum.server.journal.JournalLine;
import plenum.server.kernel.VoteId;
import plenum.server.voting.Voting;

/** Keeps choices out of the journal's lines until their vote is counted. */
final class JournalSecrecy {
    private static final Set<String> WITH_CHOICE =
            Set.of("voting.ballot-cast", "voting.entered", "voting.countersigned");

    /** A signature tells the choice to whoever tries all three. */
    private static final Set<String> WHAT_TELLS = Set.of("choice", "signature");

    private JournalSecrecy() {}

    static JournalLine kept(Voting voting, JournalLine line) {
        if (!WITH_CHOICE.contains(line.type()) || counted(voting, line)) {
            return line;
        }
        var data = line.data().deepCopy();
        var unused = data.remove(WHAT_TELLS);
        return new JournalLine(line.seq(), line.at(), line.by(), line.roles(), line.cmd(), line.type(), data);
    }

    private static boolean counted(Voting voting, JournalLine line) {
        return voting.find(new VoteId(line.data().required("voteId").asText()))
                .filter(vote -> vote.tally() != null)
                .isPresent();
    }
}

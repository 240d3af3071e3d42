package plenum.server.minutes;

import java.util.ArrayList;
import java.util.List;
import plenum.server.access.StrangerProblem;
import plenum.server.journal.Chain;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalBatch;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.SessionId;

/**
 * A session's whole journal as of one moment, its chain of hashes verified from the first entry.
 *
 * @param hash of the newest batch
 */
record ReadJournal(List<JournalEntry> entries, String hash) {
    private static final int BATCHES_AT_ONCE = 100;

    /** @throws plenum.server.journal.BrokenJournal when what is stored is not what was written */
    static ReadJournal of(Journal journal, SessionId session) {
        var chain = new Chain(session, 0, JournalBatch.START);
        var entries = new ArrayList<JournalEntry>();
        for (var batches = journal.batches(session, 0, BATCHES_AT_ONCE);
                !batches.isEmpty();
                batches = journal.batches(session, chain.seq(), BATCHES_AT_ONCE)) {
            for (var batch : batches) {
                chain.follow(batch);
                entries.addAll(journal.codec().entries(batch));
            }
        }
        if (entries.isEmpty()) {
            throw StrangerProblem.SESSIONS_NO_SUCH_SESSION.refusal("nothing journalled of " + session);
        }
        return new ReadJournal(entries, chain.hash());
    }
}

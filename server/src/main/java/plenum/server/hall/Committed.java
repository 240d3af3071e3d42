package plenum.server.hall;

import java.util.List;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.SessionId;

/**
 * A durable change, told to subscribers on the lane's thread in the order of the journal; they must be quick. The first
 * after a start has no entries: the session is here again.
 */
public record Committed(SessionId session, Hall before, Hall after, List<JournalEntry> entries) {
    public Committed {
        entries = List.copyOf(entries);
    }

    public boolean opened() {
        return entries.isEmpty();
    }
}

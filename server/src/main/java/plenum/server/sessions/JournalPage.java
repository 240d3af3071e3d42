package plenum.server.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.journal.JournalLine;

/** Some lines of a journal, oldest first: schema JournalPage. @param last newest sequence of the session */
public record JournalPage(List<Entry> entries, long last) {
    /** Schema JournalEntry. */
    public record Entry(
            long seq,
            long at,
            String by,
            @Nullable String byName,
            List<String> roles,
            @Nullable String cmd,
            String type,
            ObjectNode data) {
        static Entry of(JournalLine line, @Nullable String byName) {
            return new Entry(
                    line.seq(), line.at(), line.by(), byName, line.roles(), line.cmd(), line.type(), line.data());
        }
    }
}

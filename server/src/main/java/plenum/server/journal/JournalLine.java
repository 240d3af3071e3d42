package plenum.server.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stored line as it stands there, for readers that know no events.
 *
 * @param at UTC milliseconds
 * @param type stored name of the event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JournalLine(
        long seq,
        long at,
        String by,
        List<String> roles,
        @Nullable String cmd,
        String type,
        ObjectNode data) {
    public JournalLine {
        roles = List.copyOf(roles);
    }
}

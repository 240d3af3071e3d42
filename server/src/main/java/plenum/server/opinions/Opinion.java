package plenum.server.opinions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * A delegate's opinion on an item, the newest word of it.
 *
 * @param opinionId the tablet's, by which a repeated sending is known
 * @param paperId of the item, which it is about; absent: the whole item
 * @param text 1 to 4000 characters; absent where agreeing says all
 * @param writtenAt when it was written, by the tablet's clock
 * @param at when it came
 * @param late it came after the item was closed, or long after it was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Opinion(
        SessionId sessionId,
        ItemId itemId,
        PersonId personId,
        String opinionId,
        Stance stance,
        @Nullable PaperId paperId,
        @Nullable String text,
        Instant writtenAt,
        Instant at,
        boolean late) {
    String key() {
        return key(sessionId, itemId, personId);
    }

    static String key(SessionId session, ItemId item, PersonId person) {
        return session + ":" + item + ":" + person;
    }

    /** Which of two words of one delegate counts: the one written later, of two at once the one with the greater id. */
    boolean supersedes(Opinion other) {
        var order = writtenAt.compareTo(other.writtenAt);
        return order > 0 || (order == 0 && opinionId.compareTo(other.opinionId) > 0);
    }
}

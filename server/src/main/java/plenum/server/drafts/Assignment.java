package plenum.server.drafts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;

/**
 * A unit is asked to prepare papers for an agenda item.
 *
 * @param itemTitle as it was then; the item may be gone since
 * @param due last day, in Viet Nam
 * @param note what the secretary wants to have, for the unit
 */
record Assignment(
        SessionId sessionId,
        ItemId itemId,
        String itemTitle,
        UnitId unitId,
        String unitName,
        LocalDate due,
        @Nullable String note,
        PersonId by,
        Instant at) {
    String key() {
        return key(sessionId, itemId, unitId);
    }

    static String key(SessionId session, ItemId item, UnitId unit) {
        return session + ":" + item + ":" + unit;
    }
}

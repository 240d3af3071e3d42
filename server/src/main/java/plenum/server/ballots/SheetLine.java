package plenum.server.ballots;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.LineId;
import plenum.server.kernel.PersonId;

/**
 * One line of a ballot sheet: who, or what, is decided on.
 *
 * @param note post or posts, as printed below the name
 * @param personId when it is a member of the session, who then can't count
 */
public record SheetLine(
        LineId lineId,
        String name,
        @Nullable String note,
        @Nullable PersonId personId) {

    /** In one line. */
    public String words() {
        return note == null ? name : name + " - " + note;
    }
}

package plenum.server.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * One thing that was done with a draft.
 *
 * @param name of the person at that time
 * @param reason why it was sent back; only with REJECT
 */
record DraftStep(
        Kind step,
        PersonId by,
        String name,
        Instant at,
        @Nullable String reason) {
    /** What was done. */
    enum Kind {
        UPLOAD,
        REPLACE,
        EDIT,
        SUBMIT,
        TAKE_BACK,
        APPROVE,
        REJECT,
        PUBLISH
    }
}

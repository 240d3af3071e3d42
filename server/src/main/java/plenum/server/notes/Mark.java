package plenum.server.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PaperId;

/**
 * One stroke, highlight, note or page of a notebook, whole: schema Mark. A change is the same mark with a later
 * {@code hlc}.
 *
 * @param sha256 the version of the paper it was made on
 * @param page from 1
 * @param hlc hybrid logical clock of the tablet: {@code <ms, 13 digits>-<counter, 4 hex>-<tablet, 8 hex>}, compared as
 *     text; the latest wins
 * @param data absent when deleted
 * @param sharing absent: private
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mark(
        String markId,
        MarkKind kind,
        @Nullable PaperId paperId,
        @Nullable String sha256,
        @Nullable Integer page,
        String hlc,
        boolean deleted,
        @Nullable MarkData data,
        @Nullable Sharing sharing) {

    boolean wins(Mark other) {
        return hlc.compareTo(other.hlc) > 0;
    }

    boolean shared() {
        return !deleted && sharing != null;
    }

    /** Erased means erased: nothing of what was written stays behind. */
    Mark settled() {
        return deleted ? new Mark(markId, kind, paperId, sha256, page, hlc, true, null, null) : this;
    }

    /** As another person sees it: not with whom else it is shared. */
    Mark forOthers() {
        return new Mark(markId, kind, paperId, sha256, page, hlc, deleted, data, null);
    }
}

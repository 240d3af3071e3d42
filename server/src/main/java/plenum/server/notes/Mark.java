package plenum.server.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
 * @param sharedAt {@code hlc} at which {@code sharing} was last chosen: it has its own latest, so that an edit on a
 *     tablet that has not heard of it takes nothing back. Absent: never on purpose
 * @param seen {@code hlc} of the last state of each other tablet that this one was made from; absent: not known
 * @param copyOf the mark whose text was written on two tablets at once; this one keeps the earlier of the two
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
        @Nullable Sharing sharing,
        @Nullable String sharedAt,
        @Nullable List<String> seen,
        @Nullable String copyOf) {
    /** How far below a note that was written twice its copy lies, in tenths of a point. */
    private static final int BELOW = 800;

    boolean wins(Mark other) {
        return hlc.compareTo(other.hlc) > 0;
    }

    boolean shared() {
        return !deleted && sharing != null;
    }

    /** Erased means erased: nothing of what was written stays behind. */
    Mark settled() {
        return deleted
                ? new Mark(markId, kind, paperId, sha256, page, hlc, true, null, null, null, seen, copyOf)
                : this;
    }

    /** As another person sees it: not with whom else it is shared. */
    Mark forOthers() {
        return new Mark(markId, kind, paperId, sha256, page, hlc, deleted, data, null, null, null, null);
    }

    /** Two states of one mark as one: the later of what is written, the later choice of who sees it. */
    Mark with(Mark other) {
        var last = other.wins(this) ? other : this;
        var first = last == this ? other : this;
        return last.deleted || chosen(first).compareTo(chosen(last)) <= 0
                ? last
                : new Mark(
                        last.markId,
                        last.kind,
                        last.paperId,
                        last.sha256,
                        last.page,
                        last.hlc,
                        false,
                        last.data,
                        first.sharing,
                        first.sharedAt,
                        last.seen,
                        last.copyOf);
    }

    private static String chosen(Mark mark) {
        return Objects.requireNonNullElse(mark.sharedAt, "");
    }

    /**
     * What this later state was made without having seen it, and would be gone: the other's text, as a mark of its own.
     * All such texts of one tablet become one mark.
     */
    Optional<Mark> lost(Mark other) {
        var text = other.text();
        if (deleted || seen == null || text.isBlank() || text.equals(text()) || covers(other.hlc)) {
            return Optional.empty();
        }
        var name = markId + " " + tablet(other.hlc);
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        var moved = Objects.requireNonNull(other.data).below(BELOW);
        return Optional.of(new Mark(
                id,
                other.kind,
                other.paperId,
                other.sha256,
                other.page,
                other.hlc,
                false,
                moved,
                null,
                null,
                List.of(),
                markId));
    }

    /** Whether this state was made from that one, or from a later one of the same tablet. */
    private boolean covers(String earlier) {
        return after(hlc, earlier) || Objects.requireNonNull(seen).stream().anyMatch(one -> after(one, earlier));
    }

    private static boolean after(String one, String earlier) {
        return tablet(one).equals(tablet(earlier)) && one.compareTo(earlier) >= 0;
    }

    private static String tablet(String hlc) {
        return hlc.substring(hlc.lastIndexOf('-') + 1);
    }

    private String text() {
        return data == null || data.text() == null
                ? ""
                : Objects.requireNonNullElse(data.title(), "") + "\n" + data.text();
    }
}

package plenum.server.agenda;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SittingId;

/** What happened to the agenda. */
public sealed interface AgendaEvent extends SessionEvent {
    record ItemAdded(
            ItemId itemId,
            @Nullable ItemId parentId,
            int index,
            String title,
            ItemKind kind,
            @Nullable String presenter,
            @Nullable Integer minutes,
            @Nullable SittingId sittingId,
            boolean hidden,
            @Nullable String resolution)
            implements AgendaEvent {}

    record ItemEdited(
            ItemId itemId,
            String title,
            ItemKind kind,
            @Nullable String presenter,
            @Nullable Integer minutes,
            @Nullable SittingId sittingId,
            boolean hidden,
            @Nullable String resolution)
            implements AgendaEvent {}

    record ItemMoved(ItemId itemId, @Nullable ItemId parentId, int index) implements AgendaEvent {}

    record ItemRemoved(ItemId itemId) implements AgendaEvent {}

    record ItemOpened(ItemId itemId) implements AgendaEvent {}

    record ItemClosed(ItemId itemId) implements AgendaEvent {}

    record PaperAttached(
            PaperId paperId,
            ItemId itemId,
            String title,
            PaperKind kind,
            @Nullable String number,
            int pages,
            long bytes,
            String sha256,
            String fileName,
            @Nullable String issuer,
            @Nullable String summary,
            @Nullable Reach reach,
            @Nullable Boolean late)
            implements AgendaEvent {

        PaperFacts facts() {
            return new PaperFacts(title, kind, number, issuer, summary);
        }

        PaperFile file() {
            return new PaperFile(pages, bytes, sha256, fileName);
        }
    }

    /**
     * A new version took the place of the one before.
     *
     * @param seen whether the one before could be seen by anyone but secretary and chair
     */
    record PaperReplaced(
            PaperId paperId, int version, int pages, long bytes, String sha256, String fileName, boolean seen)
            implements AgendaEvent {

        PaperFile file() {
            return new PaperFile(pages, bytes, sha256, fileName);
        }
    }

    record PaperMoved(PaperId paperId, ItemId itemId, int index) implements AgendaEvent {}

    record PaperRenamed(
            PaperId paperId,
            String title,
            PaperKind kind,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable String summary)
            implements AgendaEvent {

        PaperFacts facts() {
            return new PaperFacts(title, kind, number, issuer, summary);
        }
    }

    record PaperRestricted(PaperId paperId, Reach reach) implements AgendaEvent {}

    record PaperDetached(PaperId paperId) implements AgendaEvent {}

    record PaperRecalled(PaperId paperId, String reason) implements AgendaEvent {}

    record PaperRestored(PaperId paperId, ItemId itemId) implements AgendaEvent {}

    record WindowsTurned(List<PaperId> opened, List<PaperId> closed) implements AgendaEvent {
        public WindowsTurned {
            opened = List.copyOf(opened);
            closed = List.copyOf(closed);
        }
    }
}

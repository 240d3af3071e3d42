package plenum.server.agenda;

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
            String fileName)
            implements AgendaEvent {}

    record PaperMoved(PaperId paperId, ItemId itemId, int index) implements AgendaEvent {}

    record PaperRenamed(
            PaperId paperId,
            String title,
            PaperKind kind,
            @Nullable String number) implements AgendaEvent {}

    record PaperDetached(PaperId paperId) implements AgendaEvent {}
}

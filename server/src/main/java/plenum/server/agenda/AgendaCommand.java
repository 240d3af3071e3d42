package plenum.server.agenda;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;

/** What may be asked about the agenda. An index counts from 0 among the siblings, without the one that moves. */
public sealed interface AgendaCommand {
    record AddItem(ItemId itemId, @Nullable ItemId parentId, int index, ItemFacts facts) implements AgendaCommand {}

    record EditItem(ItemId itemId, ItemFacts facts) implements AgendaCommand {}

    record MoveItem(ItemId itemId, @Nullable ItemId parentId, int index) implements AgendaCommand {}

    record RemoveItem(ItemId itemId) implements AgendaCommand {}

    record OpenItem(ItemId itemId) implements AgendaCommand {}

    record CloseItem() implements AgendaCommand {}

    /** Not from the wire: the documents desk sends it after the bytes are stored. */
    record AttachPaper(PaperId paperId, ItemId itemId, PaperFacts facts, PaperFile file, Reach reach)
            implements AgendaCommand {}

    /**
     * Not from the wire, as {@link AttachPaper}.
     *
     * @param version number of the version that it becomes: one more than the present
     */
    record ReplacePaper(PaperId paperId, int version, PaperFile file) implements AgendaCommand {}

    record MovePaper(PaperId paperId, ItemId itemId, int index) implements AgendaCommand {}

    record RenamePaper(PaperId paperId, PaperFacts facts) implements AgendaCommand {}

    record RestrictPaper(PaperId paperId, Reach reach) implements AgendaCommand {}

    record DetachPaper(PaperId paperId) implements AgendaCommand {}

    record RecallPaper(PaperId paperId, String reason) implements AgendaCommand {}

    record RestorePaper(PaperId paperId, ItemId itemId) implements AgendaCommand {}

    /** The server's own word: a paper's window has opened or closed. */
    record TurnWindows() implements AgendaCommand {}
}

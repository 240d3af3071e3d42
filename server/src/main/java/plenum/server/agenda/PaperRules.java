package plenum.server.agenda;

import plenum.server.agenda.AgendaCommand.AttachPaper;
import plenum.server.agenda.AgendaCommand.MovePaper;
import plenum.server.agenda.AgendaCommand.RenamePaper;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PaperId;

/** The rules of papers. */
final class PaperRules {
    private static final int MOST_PAPERS = 300;

    private PaperRules() {}

    static Decision attach(Items items, AttachPaper attach) {
        var item = items.find(attach.itemId());
        if (item.isEmpty()) {
            return Decision.refuse(AgendaProblem.NO_SUCH_ITEM, "item " + attach.itemId());
        }
        var before = items.find(attach.paperId());
        if (before.isPresent()) {
            return before.get().sha256().equals(attach.sha256())
                    ? Decision.accept()
                    : Decision.refuse(AgendaProblem.PAPER_EXISTS, "paper " + attach.paperId());
        }
        return item.get().papers().size() >= MOST_PAPERS
                ? Decision.refuse(AgendaProblem.TOO_MANY_PAPERS, "at most " + MOST_PAPERS)
                : Decision.accept(attached(attach));
    }

    private static AgendaEvent.PaperAttached attached(AttachPaper attach) {
        return new AgendaEvent.PaperAttached(
                attach.paperId(),
                attach.itemId(),
                attach.title(),
                attach.kind(),
                attach.number(),
                attach.pages(),
                attach.bytes(),
                attach.sha256(),
                attach.fileName());
    }

    static Decision move(Items items, MovePaper move) {
        var from = items.holding(move.paperId());
        if (from.isEmpty()) {
            return noSuchPaper(move.paperId());
        }
        var to = items.find(move.itemId());
        if (to.isEmpty()) {
            return Decision.refuse(AgendaProblem.NO_SUCH_ITEM, "item " + move.itemId());
        }
        var others = to.get().papers().stream()
                .map(Paper::paperId)
                .filter(id -> !id.equals(move.paperId()))
                .toList();
        if (others.size() >= MOST_PAPERS) {
            return Decision.refuse(AgendaProblem.TOO_MANY_PAPERS, "at most " + MOST_PAPERS);
        }
        if (move.index() > others.size()) {
            return Decision.refuse(AgendaProblem.BAD_PLACE, "index 0 to " + others.size());
        }
        var stays = from.get().itemId().equals(move.itemId())
                && move.index() < to.get().papers().size()
                && to.get().papers().get(move.index()).paperId().equals(move.paperId());
        return stays
                ? Decision.accept()
                : Decision.accept(new AgendaEvent.PaperMoved(move.paperId(), move.itemId(), move.index()));
    }

    static Decision rename(Items items, RenamePaper rename) {
        var before = items.find(rename.paperId());
        if (before.isEmpty()) {
            return noSuchPaper(rename.paperId());
        }
        var after = before.get().renamed(rename.title(), rename.kind(), rename.number());
        return after.equals(before.get())
                ? Decision.accept()
                : Decision.accept(
                        new AgendaEvent.PaperRenamed(rename.paperId(), rename.title(), rename.kind(), rename.number()));
    }

    static Decision detach(Items items, PaperId paper) {
        return items.find(paper).isPresent()
                ? Decision.accept(new AgendaEvent.PaperDetached(paper))
                : noSuchPaper(paper);
    }

    private static Decision noSuchPaper(PaperId paper) {
        return Decision.refuse(AgendaProblem.NO_SUCH_PAPER, "paper " + paper);
    }
}

package plenum.server.agenda;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.AgendaCommand.AttachPaper;
import plenum.server.agenda.AgendaCommand.MovePaper;
import plenum.server.agenda.AgendaCommand.RecallPaper;
import plenum.server.agenda.AgendaCommand.RenamePaper;
import plenum.server.agenda.AgendaCommand.ReplacePaper;
import plenum.server.agenda.AgendaCommand.RestorePaper;
import plenum.server.agenda.AgendaCommand.RestrictPaper;
import plenum.server.agenda.AgendaRules.Outside;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PaperId;

/** The rules of papers. */
final class PaperRules {
    private static final int MOST_PAPERS = 300;

    private PaperRules() {}

    static Decision attach(Agenda state, AttachPaper attach, Outside outside) {
        var items = state.items();
        var item = items.find(attach.itemId());
        if (item.isEmpty()) {
            return Decision.refuse(AgendaProblem.NO_SUCH_ITEM, "item " + attach.itemId());
        }
        var before = items.find(attach.paperId());
        if (before.isPresent()) {
            return before.get().file().sha256().equals(attach.file().sha256())
                    ? Decision.accept()
                    : Decision.refuse(AgendaProblem.PAPER_EXISTS, "paper " + attach.paperId());
        }
        if (state.recalled(attach.paperId()).isPresent()) {
            return Decision.refuse(AgendaProblem.PAPER_RECALLED, "paper " + attach.paperId());
        }
        var problem = full(item.get());
        if (problem == null) {
            problem = badReach(attach.reach(), outside);
        }
        return problem != null ? problem : Decision.accept(attached(attach, outside));
    }

    private static AgendaEvent.PaperAttached attached(AttachPaper attach, Outside outside) {
        var facts = attach.facts();
        var file = attach.file();
        return new AgendaEvent.PaperAttached(
                attach.paperId(),
                attach.itemId(),
                facts.title(),
                facts.kind(),
                facts.number(),
                file.pages(),
                file.bytes(),
                file.sha256(),
                file.fileName(),
                facts.issuer(),
                facts.summary(),
                attach.reach().equals(Reach.EVERYONE) ? null : attach.reach(),
                outside.running() ? true : null);
    }

    private static @Nullable Decision full(Item item) {
        return item.papers().size() >= MOST_PAPERS
                ? Decision.refuse(AgendaProblem.TOO_MANY_PAPERS, "at most " + MOST_PAPERS)
                : null;
    }

    /** A window that is over already would be a recall without a reason. */
    private static @Nullable Decision badReach(Reach reach, Outside outside) {
        var from = reach.from();
        var until = reach.until();
        if (until != null && (!outside.now().isBefore(until) || (from != null && !from.isBefore(until)))) {
            return Decision.refuse(AgendaProblem.BAD_WINDOW, "until " + until);
        }
        for (var group : reach.groups()) {
            if (outside.roster().members().stream()
                    .noneMatch(member -> member.group().equals(group))) {
                return Decision.refuse(AgendaProblem.NO_SUCH_READER, "group " + group);
            }
        }
        for (var person : reach.persons()) {
            if (!outside.roster().has(person)) {
                return Decision.refuse(AgendaProblem.NO_SUCH_READER, "person " + person);
            }
        }
        return null;
    }

    static Decision replace(Agenda state, ReplacePaper replace, Outside outside) {
        var items = state.items();
        var before = items.find(replace.paperId());
        if (before.isEmpty()) {
            return noSuchPaper(replace.paperId());
        }
        var paper = before.get();
        var same = paper.file().sha256().equals(replace.file().sha256());
        if (same && paper.version() == replace.version()) {
            return Decision.accept();
        }
        if (paper.version() + 1 != replace.version()) {
            return Decision.refuse(AgendaProblem.OTHER_VERSION, "version " + paper.version());
        }
        return same
                ? Decision.refuse(AgendaProblem.SAME_FILE, "paper " + replace.paperId())
                : Decision.accept(
                        replaced(replace, outside.published() && paper.open() && state.shows(paper.paperId())));
    }

    private static AgendaEvent.PaperReplaced replaced(ReplacePaper replace, boolean seen) {
        var file = replace.file();
        return new AgendaEvent.PaperReplaced(
                replace.paperId(), replace.version(), file.pages(), file.bytes(), file.sha256(), file.fileName(), seen);
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
        var facts = rename.facts();
        return facts.equals(before.get().facts())
                ? Decision.accept()
                : Decision.accept(new AgendaEvent.PaperRenamed(
                        rename.paperId(),
                        facts.title(),
                        facts.kind(),
                        facts.number(),
                        facts.issuer(),
                        facts.summary()));
    }

    static Decision restrict(Items items, RestrictPaper restrict, Outside outside) {
        var before = items.find(restrict.paperId());
        if (before.isEmpty()) {
            return noSuchPaper(restrict.paperId());
        }
        if (before.get().reach().equals(restrict.reach())) {
            return Decision.accept();
        }
        var problem = badReach(restrict.reach(), outside);
        return problem != null
                ? problem
                : Decision.accept(new AgendaEvent.PaperRestricted(restrict.paperId(), restrict.reach()));
    }

    /** What others may have read leaves a reason behind: it is recalled, not detached. */
    static Decision detach(Items items, PaperId paper, Outside outside) {
        if (items.find(paper).isEmpty()) {
            return noSuchPaper(paper);
        }
        return outside.published()
                ? Decision.refuse(AgendaProblem.PAPER_PUBLISHED, "paper " + paper)
                : Decision.accept(new AgendaEvent.PaperDetached(paper));
    }

    static Decision recall(Items items, RecallPaper recall) {
        return items.find(recall.paperId()).isPresent()
                ? Decision.accept(new AgendaEvent.PaperRecalled(recall.paperId(), recall.reason()))
                : noSuchPaper(recall.paperId());
    }

    static Decision restore(Agenda state, RestorePaper restore) {
        if (state.recalled(restore.paperId()).isEmpty()) {
            return noSuchPaper(restore.paperId());
        }
        var item = state.items().find(restore.itemId());
        if (item.isEmpty()) {
            return Decision.refuse(AgendaProblem.NO_SUCH_ITEM, "item " + restore.itemId());
        }
        var problem = full(item.get());
        return problem != null
                ? problem
                : Decision.accept(new AgendaEvent.PaperRestored(restore.paperId(), restore.itemId()));
    }

    static Decision turn(Items items, Instant now) {
        var due = items.papers()
                .filter(paper -> paper.open() != paper.reach().openAt(now))
                .collect(Collectors.partitioningBy(
                        Paper::open, Collectors.mapping(Paper::paperId, Collectors.toList())));
        var opened = due.getOrDefault(false, List.of());
        var closed = due.getOrDefault(true, List.of());
        return opened.isEmpty() && closed.isEmpty()
                ? Decision.accept()
                : Decision.accept(new AgendaEvent.WindowsTurned(opened, closed));
    }

    private static Decision noSuchPaper(PaperId paper) {
        return Decision.refuse(AgendaProblem.NO_SUCH_PAPER, "paper " + paper);
    }
}

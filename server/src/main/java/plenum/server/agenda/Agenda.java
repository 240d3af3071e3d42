package plenum.server.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.AgendaEvent.ItemAdded;
import plenum.server.agenda.AgendaEvent.ItemEdited;
import plenum.server.agenda.AgendaEvent.PaperAttached;
import plenum.server.agenda.AgendaEvent.PaperMoved;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;

/**
 * The agenda and where the hall stands in it.
 *
 * @param current the item that is open
 * @param since when it was opened
 * @param done items that were opened and closed, in that order
 * @param recalled papers that were taken back, the last one last
 */
public record Agenda(
        Items items,
        @Nullable ItemId current,
        @Nullable Instant since,
        List<ItemId> done,
        List<RecalledPaper> recalled) {
    public static final Agenda EMPTY = new Agenda(Items.NONE, null, null, List.of(), List.of());

    public Agenda {
        done = List.copyOf(done);
        recalled = List.copyOf(recalled);
    }

    /** Whether the paper's item is seen by others than secretary and chair. */
    public boolean shows(PaperId paper) {
        return items.holding(paper)
                .filter(item -> !items.hidden().contains(item.itemId()))
                .isPresent();
    }

    public Optional<RecalledPaper> recalled(PaperId paper) {
        return recalled.stream()
                .filter(one -> one.paper().paperId().equals(paper))
                .findFirst();
    }

    /** When a paper's window opens or closes next. */
    public Optional<Instant> nextTurn(Instant now) {
        return items.papers()
                .flatMap(paper -> paper.reach().turnsAfter(now).stream())
                .min(Comparator.naturalOrder());
    }

    /** Whether a window has opened or closed that is not journalled yet. */
    public boolean turnIsDue(Instant now) {
        return items.papers().anyMatch(paper -> paper.open() != paper.reach().openAt(now));
    }

    public Agenda apply(AgendaEvent event, Instant at) {
        return switch (event) {
            case ItemAdded added -> with(items.inserted(List.of(item(added)), added.parentId(), added.index()));
            case ItemEdited edited -> with(items.each(edited.itemId(), item -> item.with(facts(edited))));
            case AgendaEvent.ItemMoved itemMoved ->
                with(items.moved(itemMoved.itemId(), itemMoved.parentId(), itemMoved.index()));
            case AgendaEvent.ItemRemoved itemRemoved -> with(items.without(itemRemoved.itemId()));
            case AgendaEvent.ItemOpened itemOpened ->
                new Agenda(items, itemOpened.itemId(), at, undone(itemOpened.itemId()), recalled);
            case AgendaEvent.ItemClosed itemClosed ->
                new Agenda(items, null, null, doneWith(itemClosed.itemId()), recalled);
            case PaperAttached attached ->
                with(items.each(attached.itemId(), item -> item.with(plus(item.papers(), paper(attached, at)))));
            case PaperMoved moved -> with(movedPaper(moved));
            case AgendaEvent.PaperRenamed renamed ->
                with(items.each(renamed.paperId(), paper -> paper.with(renamed.facts())));
            case AgendaEvent.PaperReplaced replaced ->
                with(items.each(replaced.paperId(), paper -> paper.replacedBy(replaced.file(), replaced.seen(), at)));
            case AgendaEvent.PaperRestricted restricted ->
                with(items.each(restricted.paperId(), paper -> paper.with(restricted.reach(), at)));
            case AgendaEvent.PaperDetached detached -> with(items.without(detached.paperId()));
            case AgendaEvent.PaperRecalled recall -> takenBack(recall, at);
            case AgendaEvent.PaperRestored restored -> givenBack(restored, at);
            case AgendaEvent.WindowsTurned turned -> with(turned(turned, at));
        };
    }

    private Agenda with(Items newItems) {
        return new Agenda(newItems, current, since, done, recalled);
    }

    private Agenda with(Items newItems, List<RecalledPaper> newRecalled) {
        return new Agenda(newItems, current, since, done, newRecalled);
    }

    private Agenda takenBack(AgendaEvent.PaperRecalled recall, Instant at) {
        var paper = items.find(recall.paperId()).orElseThrow();
        var taken = new RecalledPaper(paper, holder(recall.paperId()).itemId(), recall.reason(), at);
        return with(items.without(recall.paperId()), plus(recalled, taken));
    }

    private Agenda givenBack(AgendaEvent.PaperRestored restored, Instant at) {
        var taken = recalled(restored.paperId()).orElseThrow();
        var paper = taken.paper().turned(at);
        return with(
                items.each(restored.itemId(), item -> item.with(plus(item.papers(), paper))),
                recalled.stream().filter(one -> !one.equals(taken)).toList());
    }

    private Items turned(AgendaEvent.WindowsTurned turned, Instant at) {
        var ids = Stream.concat(turned.opened().stream(), turned.closed().stream())
                .toList();
        var next = items;
        for (var id : ids) {
            next = next.each(id, paper -> paper.turned(at));
        }
        return next;
    }

    private List<ItemId> undone(ItemId id) {
        return done.stream().filter(past -> !past.equals(id)).toList();
    }

    private List<ItemId> doneWith(ItemId id) {
        var all = new ArrayList<>(undone(id));
        all.add(id);
        return all;
    }

    private Item holder(PaperId paper) {
        return items.holding(paper).orElseThrow();
    }

    private Items movedPaper(PaperMoved moved) {
        var paper = items.find(moved.paperId()).orElseThrow();
        return items.without(moved.paperId())
                .each(moved.itemId(), item -> item.with(inserted(item.papers(), moved.index(), paper)));
    }

    private static Item item(ItemAdded added) {
        var facts = new ItemFacts(
                added.title(),
                added.kind(),
                added.presenter(),
                added.minutes(),
                added.sittingId(),
                added.hidden(),
                added.resolution());
        return new Item(added.itemId(), added.parentId(), facts, List.of());
    }

    private static ItemFacts facts(ItemEdited edited) {
        return new ItemFacts(
                edited.title(),
                edited.kind(),
                edited.presenter(),
                edited.minutes(),
                edited.sittingId(),
                edited.hidden(),
                edited.resolution());
    }

    private static Paper paper(PaperAttached attached, Instant at) {
        var reach = attached.reach() == null ? Reach.EVERYONE : attached.reach();
        var late = Boolean.TRUE.equals(attached.late());
        return Paper.first(attached.paperId(), attached.facts(), attached.file(), at, reach, late);
    }

    private static <T> List<T> plus(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private static List<Paper> inserted(List<Paper> papers, int index, Paper paper) {
        var all = new ArrayList<>(papers);
        all.add(index, paper);
        return List.copyOf(all);
    }
}

package plenum.server.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 */
public record Agenda(
        Items items, @Nullable ItemId current, @Nullable Instant since, List<ItemId> done) {
    public static final Agenda EMPTY = new Agenda(Items.NONE, null, null, List.of());

    public Agenda {
        done = List.copyOf(done);
    }

    /** Whether everyone who sees the session may open the paper; a hidden item's papers are for secretary and chair. */
    public boolean shows(PaperId paper) {
        return items.holding(paper)
                .filter(item -> !items.hidden().contains(item.itemId()))
                .isPresent();
    }

    public Agenda apply(AgendaEvent event, Instant at) {
        return switch (event) {
            case ItemAdded added -> with(items.inserted(List.of(item(added)), added.parentId(), added.index()));
            case ItemEdited edited -> with(items.each(edited.itemId(), item -> item.with(facts(edited))));
            case AgendaEvent.ItemMoved itemMoved ->
                with(items.moved(itemMoved.itemId(), itemMoved.parentId(), itemMoved.index()));
            case AgendaEvent.ItemRemoved itemRemoved -> with(items.without(itemRemoved.itemId()));
            case AgendaEvent.ItemOpened itemOpened ->
                new Agenda(items, itemOpened.itemId(), at, undone(itemOpened.itemId()));
            case AgendaEvent.ItemClosed itemClosed -> new Agenda(items, null, null, doneWith(itemClosed.itemId()));
            case PaperAttached attached -> with(items.each(attached.itemId(), item -> plus(item, paper(attached, at))));
            case PaperMoved moved -> with(movedPaper(moved));
            case AgendaEvent.PaperRenamed paperRenamed ->
                with(items.each(
                        holder(paperRenamed.paperId()).itemId(),
                        item -> replaced(
                                item,
                                paperRenamed.paperId(),
                                paperRenamed.title(),
                                paperRenamed.kind(),
                                paperRenamed.number())));
            case AgendaEvent.PaperDetached paperDetached ->
                with(items.each(
                        holder(paperDetached.paperId()).itemId(),
                        item -> item.with(without(item.papers(), paperDetached.paperId()))));
        };
    }

    private Agenda with(Items newItems) {
        return new Agenda(newItems, current, since, done);
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
        var from = holder(moved.paperId()).itemId();
        return items.each(from, item -> item.with(without(item.papers(), moved.paperId())))
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
        return new Paper(
                attached.paperId(),
                attached.title(),
                attached.kind(),
                attached.number(),
                attached.pages(),
                attached.bytes(),
                attached.sha256(),
                attached.fileName(),
                at);
    }

    private static Item plus(Item item, Paper paper) {
        return item.with(inserted(item.papers(), item.papers().size(), paper));
    }

    private static Item replaced(Item item, PaperId id, String title, PaperKind kind, @Nullable String number) {
        return item.with(item.papers().stream()
                .map(paper -> paper.paperId().equals(id) ? paper.renamed(title, kind, number) : paper)
                .toList());
    }

    private static List<Paper> without(List<Paper> papers, PaperId id) {
        return papers.stream().filter(paper -> !paper.paperId().equals(id)).toList();
    }

    private static List<Paper> inserted(List<Paper> papers, int index, Paper paper) {
        var all = new ArrayList<>(papers);
        all.add(index, paper);
        return List.copyOf(all);
    }
}

package plenum.server.agenda;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.AgendaCommand.AddItem;
import plenum.server.agenda.AgendaCommand.AttachPaper;
import plenum.server.agenda.AgendaCommand.CloseItem;
import plenum.server.agenda.AgendaCommand.DetachPaper;
import plenum.server.agenda.AgendaCommand.EditItem;
import plenum.server.agenda.AgendaCommand.MoveItem;
import plenum.server.agenda.AgendaCommand.MovePaper;
import plenum.server.agenda.AgendaCommand.OpenItem;
import plenum.server.agenda.AgendaCommand.RemoveItem;
import plenum.server.agenda.AgendaCommand.RenamePaper;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Roster;
import plenum.server.kernel.SittingId;

/** The rules of the agenda's items; papers have their own in {@link PaperRules}. */
public final class AgendaRules {
    private static final int DEEPEST = 3;
    private static final int MOST_ITEMS = 1_000;

    private AgendaRules() {}

    /**
     * What the other parts know.
     *
     * @param published others than secretary and chair see the session
     * @param running from the first opened sitting to the session's end
     * @param voted items that a vote belongs to
     */
    public record Outside(
            boolean published,
            boolean running,
            boolean ended,
            boolean sittingOpen,
            boolean voteOpen,
            Set<SittingId> sittings,
            Set<ItemId> voted,
            Roster roster,
            Instant now) {}

    public static Decision decide(Agenda state, AgendaCommand command, Outside outside) {
        if (outside.ended && !(command instanceof AgendaCommand.TurnWindows)) {
            return Decision.refuse(AgendaProblem.SESSION_ENDED, "ended");
        }
        return switch (command) {
            case AddItem add -> add(state, add, outside);
            case EditItem edit -> edit(state, edit, outside);
            case MoveItem move -> move(state, move);
            case RemoveItem removeItem -> remove(state, removeItem.itemId(), outside);
            case OpenItem openItem -> open(state, openItem.itemId(), outside);
            case CloseItem unused -> close(state, outside);
            case AttachPaper attach -> PaperRules.attach(state, attach, outside);
            case AgendaCommand.ReplacePaper replace -> PaperRules.replace(state, replace, outside);
            case MovePaper move -> PaperRules.move(state.items(), move);
            case RenamePaper rename -> PaperRules.rename(state.items(), rename);
            case AgendaCommand.RestrictPaper restrict -> PaperRules.restrict(state.items(), restrict, outside);
            case DetachPaper detachPaper -> PaperRules.detach(state.items(), detachPaper.paperId(), outside);
            case AgendaCommand.RecallPaper recall -> PaperRules.recall(state.items(), recall);
            case AgendaCommand.RestorePaper restore -> PaperRules.restore(state, restore);
            case AgendaCommand.TurnWindows unused -> PaperRules.turn(state.items(), outside.now());
        };
    }

    private static Decision add(Agenda state, AddItem add, Outside outside) {
        var items = state.items();
        if (items.find(add.itemId()).isPresent()) {
            return Decision.refuse(AgendaProblem.ITEM_EXISTS, "item " + add.itemId());
        }
        if (items.all().size() >= MOST_ITEMS) {
            return Decision.refuse(AgendaProblem.TOO_MANY_ITEMS, "at most " + MOST_ITEMS);
        }
        var problem = badPlace(items, add.parentId(), add.index(), 1);
        if (problem == null) {
            problem = unknownSitting(add.facts(), outside);
        }
        return problem != null ? problem : Decision.accept(added(add));
    }

    private static AgendaEvent.ItemAdded added(AddItem add) {
        var facts = add.facts();
        return new AgendaEvent.ItemAdded(
                add.itemId(),
                add.parentId(),
                add.index(),
                facts.title(),
                facts.kind(),
                facts.presenter(),
                facts.minutes(),
                facts.sittingId(),
                facts.hidden(),
                facts.resolution());
    }

    private static @Nullable Decision badPlace(Items items, @Nullable ItemId parent, int index, int height) {
        if (parent != null && items.find(parent).isEmpty()) {
            return Decision.refuse(AgendaProblem.NO_SUCH_ITEM, "parent " + parent);
        }
        if (items.depth(parent) + height > DEEPEST) {
            return Decision.refuse(AgendaProblem.TOO_DEEP, "at most " + DEEPEST + " levels");
        }
        var siblings = items.children(parent).size();
        return index > siblings ? Decision.refuse(AgendaProblem.BAD_PLACE, "index 0 to " + siblings) : null;
    }

    private static @Nullable Decision unknownSitting(ItemFacts facts, Outside outside) {
        var sitting = facts.sittingId();
        return sitting == null || outside.sittings.contains(sitting)
                ? null
                : Decision.refuse(AgendaProblem.NO_SUCH_SITTING, "sitting " + sitting);
    }

    private static Decision edit(Agenda state, EditItem edit, Outside outside) {
        var before = state.items().find(edit.itemId());
        if (before.isEmpty()) {
            return noSuchItem(edit.itemId());
        }
        if (before.get().facts().equals(edit.facts())) {
            return Decision.accept();
        }
        var problem = unknownSitting(edit.facts(), outside);
        if (problem == null) {
            problem = hidesCurrent(state, state.items().each(edit.itemId(), item -> item.with(edit.facts())));
        }
        return problem != null ? problem : Decision.accept(edited(edit));
    }

    private static AgendaEvent.ItemEdited edited(EditItem edit) {
        var facts = edit.facts();
        return new AgendaEvent.ItemEdited(
                edit.itemId(),
                facts.title(),
                facts.kind(),
                facts.presenter(),
                facts.minutes(),
                facts.sittingId(),
                facts.hidden(),
                facts.resolution());
    }

    private static @Nullable Decision hidesCurrent(Agenda state, Items after) {
        return state.current() != null && after.hidden().contains(state.current())
                ? Decision.refuse(AgendaProblem.CURRENT_ITEM_MUST_BE_SEEN, "current " + state.current())
                : null;
    }

    private static Decision move(Agenda state, MoveItem move) {
        var items = state.items();
        if (items.find(move.itemId()).isEmpty()) {
            return noSuchItem(move.itemId());
        }
        if (items.branch(move.itemId()).stream().anyMatch(item -> item.itemId().equals(move.parentId()))) {
            return Decision.refuse(AgendaProblem.BELOW_ITSELF, "item " + move.itemId());
        }
        var problem =
                badPlace(items.without(move.itemId()), move.parentId(), move.index(), items.height(move.itemId()));
        if (problem != null) {
            return problem;
        }
        var after = items.moved(move.itemId(), move.parentId(), move.index());
        if (after.equals(items)) {
            return Decision.accept();
        }
        problem = hidesCurrent(state, after);
        return problem != null
                ? problem
                : Decision.accept(new AgendaEvent.ItemMoved(move.itemId(), move.parentId(), move.index()));
    }

    private static Decision remove(Agenda state, ItemId id, Outside outside) {
        if (state.items().find(id).isEmpty()) {
            return noSuchItem(id);
        }
        for (var item : state.items().branch(id)) {
            if (item.itemId().equals(state.current()) || state.done().contains(item.itemId())) {
                return Decision.refuse(AgendaProblem.ITEM_IN_USE, "item " + item.itemId());
            }
            if (outside.voted.contains(item.itemId())) {
                return Decision.refuse(AgendaProblem.ITEM_HAS_VOTE, "item " + item.itemId());
            }
            if (!item.papers().isEmpty()) {
                return Decision.refuse(AgendaProblem.ITEM_HAS_PAPERS, "item " + item.itemId());
            }
        }
        return Decision.accept(new AgendaEvent.ItemRemoved(id));
    }

    private static Decision open(Agenda state, ItemId id, Outside outside) {
        if (state.items().find(id).isEmpty()) {
            return noSuchItem(id);
        }
        if (!outside.sittingOpen) {
            return Decision.refuse(AgendaProblem.NO_SITTING_OPEN, "open a sitting first");
        }
        if (outside.voteOpen) {
            return Decision.refuse(AgendaProblem.VOTE_IS_OPEN, "close or void it first");
        }
        if (state.items().hidden().contains(id)) {
            return Decision.refuse(AgendaProblem.ITEM_HIDDEN, "item " + id);
        }
        var current = state.current();
        if (current == null) {
            return Decision.accept(new AgendaEvent.ItemOpened(id));
        }
        return current.equals(id)
                ? Decision.refuse(AgendaProblem.ITEM_ALREADY_OPEN, "item " + id)
                : Decision.accept(new AgendaEvent.ItemClosed(current), new AgendaEvent.ItemOpened(id));
    }

    private static Decision close(Agenda state, Outside outside) {
        var current = state.current();
        if (current == null) {
            return Decision.refuse(AgendaProblem.NO_ITEM_OPEN, "no current item");
        }
        return outside.voteOpen
                ? Decision.refuse(AgendaProblem.VOTE_IS_OPEN, "close or void it first")
                : Decision.accept(new AgendaEvent.ItemClosed(current));
    }

    private static Decision noSuchItem(ItemId id) {
        return Decision.refuse(AgendaProblem.NO_SUCH_ITEM, "item " + id);
    }
}

package plenum.server.agenda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;

/**
 * All items, depth first in the order of the agenda.
 *
 * @param all a parent stands before its children; at most three levels
 */
public record Items(List<Item> all) {
    public static final Items NONE = new Items(List.of());

    public Items {
        all = List.copyOf(all);
    }

    public Optional<Item> find(ItemId id) {
        return all.stream().filter(item -> item.itemId().equals(id)).findFirst();
    }

    public Optional<Item> holding(PaperId paper) {
        return all.stream()
                .filter(item ->
                        item.papers().stream().anyMatch(held -> held.paperId().equals(paper)))
                .findFirst();
    }

    public Optional<Paper> find(PaperId paper) {
        return papers().filter(held -> held.paperId().equals(paper)).findFirst();
    }

    /** All papers in the order of the agenda. */
    public Stream<Paper> papers() {
        return all.stream().flatMap(item -> item.papers().stream());
    }

    /** Ids of all items that only secretary and chair see: hidden themselves or below a hidden one. */
    public Set<ItemId> hidden() {
        var hidden = new HashSet<ItemId>();
        for (var item : all) {
            if (item.facts().hidden() || (item.parentId() != null && hidden.contains(item.parentId()))) {
                hidden.add(item.itemId());
            }
        }
        return hidden;
    }

    /** 1 for an item without parent. */
    public int depth(@Nullable ItemId id) {
        var depth = 0;
        for (var at = id; at != null; at = find(at).map(Item::parentId).orElse(null)) {
            depth++;
        }
        return depth;
    }

    /** Levels of the item and what is below it: 1 without children. */
    public int height(ItemId id) {
        var tallest =
                children(id).stream().mapToInt(child -> height(child.itemId())).max();
        return 1 + tallest.orElse(0);
    }

    /** The item and all that is below it, in order. */
    public List<Item> branch(ItemId id) {
        var ids = new HashSet<ItemId>(Set.of(id));
        var branch = new ArrayList<Item>();
        for (var item : all) {
            if (ids.contains(item.itemId()) || (item.parentId() != null && ids.contains(item.parentId()))) {
                ids.add(item.itemId());
                branch.add(item);
            }
        }
        return List.copyOf(branch);
    }

    /** In order; null: the items without parent. */
    public List<Item> children(@Nullable ItemId parent) {
        return all.stream()
                .filter(item -> Objects.equals(item.parentId(), parent))
                .toList();
    }

    Items inserted(List<Item> branch, @Nullable ItemId parent, int index) {
        var next = new ArrayList<>(all);
        next.addAll(position(parent, index), branch);
        return new Items(next);
    }

    Items without(ItemId id) {
        var branch = branch(id);
        return new Items(all.stream().filter(item -> !branch.contains(item)).toList());
    }

    Items moved(ItemId id, @Nullable ItemId parent, int index) {
        var branch = new ArrayList<>(branch(id));
        branch.set(0, branch.getFirst().under(parent));
        return without(id).inserted(branch, parent, index);
    }

    Items each(ItemId id, UnaryOperator<Item> change) {
        return new Items(all.stream()
                .map(item -> item.itemId().equals(id) ? change.apply(item) : item)
                .toList());
    }

    Items each(PaperId id, UnaryOperator<Paper> change) {
        return each(
                holding(id).orElseThrow().itemId(),
                item -> item.with(item.papers().stream()
                        .map(paper -> paper.paperId().equals(id) ? change.apply(paper) : paper)
                        .toList()));
    }

    Items without(PaperId id) {
        return each(
                holding(id).orElseThrow().itemId(),
                item -> item.with(item.papers().stream()
                        .filter(paper -> !paper.paperId().equals(id))
                        .toList()));
    }

    private int position(@Nullable ItemId parent, int index) {
        var siblings = children(parent);
        if (index < siblings.size()) {
            return all.indexOf(siblings.get(index));
        }
        if (parent == null) {
            return all.size();
        }
        var branch = branch(parent);
        return all.indexOf(branch.getFirst()) + branch.size();
    }
}

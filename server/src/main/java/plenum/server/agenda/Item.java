package plenum.server.agenda;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;

/** One item of the agenda with its papers in order. */
public record Item(ItemId itemId, @Nullable ItemId parentId, ItemFacts facts, List<Paper> papers) {
    public Item {
        papers = List.copyOf(papers);
    }

    Item with(ItemFacts newFacts) {
        return new Item(itemId, parentId, newFacts, papers);
    }

    Item with(List<Paper> newPapers) {
        return new Item(itemId, parentId, facts, newPapers);
    }

    Item under(@Nullable ItemId newParent) {
        return new Item(itemId, newParent, facts, papers);
    }
}

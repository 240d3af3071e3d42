package plenum.server.drafts;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.AgendaView;
import plenum.server.hall.Hall;
import plenum.server.kernel.ItemId;

/** How an item is called now. @param number absent for an item that is gone */
record ItemPlace(@Nullable String number, String title) {
    /** Knows the numbers of one agenda. */
    static final class Book {
        private final Hall hall;
        private final Map<ItemId, String> numbers;

        Book(Hall hall) {
            this.hall = hall;
            this.numbers = AgendaView.numbers(hall.agenda().items());
        }

        ItemPlace of(Assignment assignment) {
            return hall.agenda()
                    .items()
                    .find(assignment.itemId())
                    .map(item -> new ItemPlace(
                            numbers.getOrDefault(item.itemId(), "-"),
                            item.facts().title()))
                    .orElseGet(() -> new ItemPlace(null, assignment.itemTitle()));
        }

        /** Place in the agenda; items that are gone come last. */
        int order(Assignment assignment) {
            var all = hall.agenda().items().all();
            for (var at = 0; at < all.size(); at++) {
                if (all.get(at).itemId().equals(assignment.itemId())) {
                    return at;
                }
            }
            return all.size();
        }
    }
}

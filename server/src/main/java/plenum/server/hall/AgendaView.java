package plenum.server.hall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plenum.server.agenda.Item;
import plenum.server.agenda.Items;
import plenum.server.kernel.Audience;
import plenum.server.kernel.ItemId;

/** The agenda as shown: schema AgendaView. */
public record AgendaView(List<ItemView> items) {
    private static final String UNNUMBERED = "-";

    static AgendaView of(Items items, Audience audience) {
        var numbers = numbers(items);
        var shown = new ArrayList<ItemView>();
        for (var item : items.all()) {
            var number = numbers.getOrDefault(item.itemId(), UNNUMBERED);
            if (audience == Audience.CONTROL || !number.equals(UNNUMBERED)) {
                shown.add(ItemView.of(item, number, audience != Audience.SCREEN));
            }
        }
        return new AgendaView(List.copyOf(shown));
    }

    /** Numbers of the items that everyone sees, without gaps: 1, 1.1, 2. */
    public static Map<ItemId, String> numbers(Items items) {
        var hidden = items.hidden();
        var numbers = new HashMap<ItemId, String>();
        var counts = new HashMap<String, Integer>();
        for (var item : items.all()) {
            if (!hidden.contains(item.itemId())) {
                var prefix = prefix(item, numbers);
                numbers.put(item.itemId(), prefix + counts.merge(prefix, 1, Integer::sum));
            }
        }
        return numbers;
    }

    private static String prefix(Item item, Map<ItemId, String> numbers) {
        return item.parentId() == null ? "" : numbers.get(item.parentId()) + ".";
    }
}

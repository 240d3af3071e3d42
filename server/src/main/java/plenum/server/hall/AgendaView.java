package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Agenda;
import plenum.server.agenda.Item;
import plenum.server.agenda.Items;
import plenum.server.kernel.Audience;
import plenum.server.kernel.ItemId;

/**
 * The agenda as shown: schema AgendaView.
 *
 * @param recalled for secretary and chair: papers that were taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgendaView(List<ItemView> items, @Nullable List<RecalledView> recalled) {
    private static final String UNNUMBERED = "-";

    static AgendaView of(Agenda agenda, Audience audience) {
        var items = agenda.items();
        var numbers = numbers(items);
        var shown = new ArrayList<ItemView>();
        for (var item : items.all()) {
            var number = numbers.getOrDefault(item.itemId(), UNNUMBERED);
            if (audience == Audience.CONTROL || !number.equals(UNNUMBERED)) {
                shown.add(ItemView.of(item, number, audience));
            }
        }
        return new AgendaView(List.copyOf(shown), recalled(agenda, audience));
    }

    private static @Nullable List<RecalledView> recalled(Agenda agenda, Audience audience) {
        return audience != Audience.CONTROL || agenda.recalled().isEmpty()
                ? null
                : agenda.recalled().stream().map(RecalledView::of).toList();
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

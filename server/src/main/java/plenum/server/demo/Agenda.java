package plenum.server.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import plenum.server.kernel.SittingId;

/** The sittings and the tree of items, read from the stock. */
final class Agenda {
    private Agenda() {}

    static List<DemoSitting> sittings() {
        return List.of(
                new DemoSitting(
                        new SittingId("phien-1"),
                        "Phiên thứ nhất, sáng ngày 08/12/2026",
                        LocalDateTime.parse("2026-12-08T08:00")),
                new DemoSitting(
                        new SittingId("phien-2"),
                        "Phiên thứ hai, sáng ngày 09/12/2026",
                        LocalDateTime.parse("2026-12-09T08:00")));
    }

    /** Depth first, with the numbers that people see. */
    static List<DemoItem> items() {
        List<DemoItem> items = new ArrayList<>();
        int top = 0;
        int child = 0;
        for (List<String> fields : Stock.rows("agenda.txt")) {
            boolean atTop = fields.get(1).equals("-");
            top += atTop ? 1 : 0;
            child = atTop ? 0 : child + 1;
            items.add(DemoItem.of(fields, atTop ? Integer.toString(top) : top + "." + child));
        }
        return List.copyOf(items);
    }
}

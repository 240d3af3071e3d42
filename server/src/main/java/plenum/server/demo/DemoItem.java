package plenum.server.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.SittingId;

/**
 * An agenda item.
 *
 * @param number as shown, "3" or "3.2"
 * @param parent null at the top of the tree
 * @param minutes planned time; a parent's is the sum of its children's
 * @param resolution title of the resolution to be voted, or null
 */
public record DemoItem(
        ItemId id,
        String number,
        @Nullable ItemId parent,
        SittingId sitting,
        ItemKind kind,
        String title,
        String presenter,
        int minutes,
        @Nullable String resolution) {

    static DemoItem of(List<String> fields, String number) {
        return new DemoItem(
                new ItemId(fields.get(0)),
                number,
                fields.get(1).equals("-") ? null : new ItemId(fields.get(1)),
                new SittingId("phien-" + fields.get(2)),
                ItemKind.valueOf(fields.get(3)),
                fields.get(6),
                fields.get(5),
                Integer.parseInt(fields.get(4)),
                fields.get(7).isEmpty() ? null : fields.get(7));
    }
}

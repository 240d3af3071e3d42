package plenum.server.form;

import java.util.ArrayList;
import java.util.List;

/** Places boxes on pages, from top to bottom. */
final class Pages {
    /**
     * A box at its place.
     *
     * @param top in points above the page's lower edge
     */
    record Placed(Box box, float top) {}

    private final List<List<Placed>> pages = new ArrayList<>();
    private List<Placed> page = new ArrayList<>();
    private float y = Sheet.TOP;

    List<List<Placed>> of(List<List<Box>> stretches) {
        for (List<Box> stretch : stretches) {
            turn();
            for (int from = 0; from < stretch.size(); ) {
                int to = groupEnd(stretch, from);
                group(stretch.subList(from, to));
                from = to;
            }
        }
        turn();
        return pages;
    }

    private static int groupEnd(List<Box> boxes, int from) {
        int at = from;
        while (at < boxes.size() - 1 && boxes.get(at).keepsWithNext()) at++;
        return at + 1;
    }

    private void group(List<Box> group) {
        float height = 0;
        for (Box box : group) height += box.before() + box.height();
        boolean hopeless = height > Sheet.TEXT_HEIGHT;
        if (!hopeless && y - height < Sheet.BOTTOM) turnWith(group.getFirst());
        for (Box box : group) {
            if (hopeless && y - box.before() - box.height() < Sheet.BOTTOM) turnWith(box);
            place(box);
        }
    }

    private void turnWith(Box next) {
        turn();
        if (next.carried() != null) place(next.carried());
    }

    private void place(Box box) {
        if (!page.isEmpty()) y -= box.before();
        page.add(new Placed(box, y));
        y -= box.height();
    }

    private void turn() {
        if (page.isEmpty()) return;
        pages.add(page);
        page = new ArrayList<>();
        y = Sheet.TOP;
    }
}

package plenum.server.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lays out a table: its head and one box for each row, or several where a row is taller than a third of a page. */
final class Grid {
    private static final float PAD_X = 3.5f;
    private static final float PAD_Y = 2.5f;
    private static final float TALLEST = Sheet.TEXT_HEIGHT / 3;
    private static final float BEFORE = 4;

    private final Lines lines;
    private final Table table;
    private final float[] edges;

    Grid(Lines lines, Table table) {
        this.lines = lines;
        this.table = table;
        this.edges = edges(table);
    }

    private static float[] edges(Table table) {
        float shares = 0;
        for (Table.Column column : table.columns()) shares += column.share();
        float[] edges = new float[table.columns().size() + 1];
        edges[0] = Sheet.LEFT;
        for (int at = 1; at < edges.length; at++)
            edges[at] = edges[at - 1] + table.columns().get(at - 1).share() / shares * Sheet.TEXT_WIDTH;
        return edges;
    }

    List<Box> boxes() {
        Box head = head();
        List<Box> boxes = new ArrayList<>();
        boxes.add(head);
        for (Table.Row row : table.rows()) for (Box box : row(row)) boxes.add(box.carrying(head));
        return boxes;
    }

    private Box head() {
        List<List<Line>> cells = new ArrayList<>();
        for (int at = 0; at < table.columns().size(); at++)
            cells.add(lines.balanced(Text.bold(table.columns().get(at).head()), table.size(), room(at, 1)));
        return strip(cells, true, true, true, true, BEFORE);
    }

    private List<Box> row(Table.Row row) {
        List<List<Line>> cells = new ArrayList<>();
        int span = row.cells().size() == 1 ? table.columns().size() : 1;
        int tallest = 0;
        for (int at = 0; at < row.cells().size(); at++) {
            cells.add(lines.of(row.cells().get(at), table.size(), room(at, span), 0));
            tallest = Math.max(tallest, cells.getLast().size());
        }
        int most = (int) (TALLEST / Sheet.leading(table.size()));
        if (tallest <= most) return List.of(strip(cells, false, true, true, row.keepsWithNext(), 0));
        List<Box> parts = new ArrayList<>();
        for (int from = 0; from < tallest; from += most) {
            int start = from;
            List<List<Line>> part = cells.stream()
                    .map(cell -> cell.subList(Math.min(start, cell.size()), Math.min(start + most, cell.size())))
                    .toList();
            parts.add(strip(part, false, from == 0, from + most >= tallest, false, 0));
        }
        return parts;
    }

    private float room(int at, int span) {
        return edges[at + span] - edges[at] - 2 * PAD_X;
    }

    private Box strip(
            List<List<Line>> cells, boolean head, boolean opens, boolean closes, boolean keeps, float before) {
        int tallest = 1;
        for (List<Line> cell : cells) tallest = Math.max(tallest, cell.size());
        float height = tallest * Sheet.leading(table.size()) + 2 * PAD_Y;
        return Box.of(before, height, keeps, (ink, top) -> {
            int span = cells.size() == 1 ? table.columns().size() : 1;
            for (int at = 0; at < cells.size(); at++) cell(ink, cells.get(at), at, span, head, top, height);
            borders(ink, cells.size() == 1, opens, closes, top, height);
        });
    }

    private void cell(Ink ink, List<Line> cell, int at, int span, boolean head, float top, float height)
            throws IOException {
        Align align = head
                ? Align.CENTER
                : span > 1 ? Align.LEFT : table.columns().get(at).align();
        float y = top - (height - cell.size() * Sheet.leading(table.size())) / 2;
        float room = room(at, span);
        for (Line line : cell) {
            float x = edges[at] + PAD_X + line.offset(room, align);
            ink.line(line, x, y - Sheet.ascent(line.size()), align == Align.JUSTIFY ? line.stretch(room) : 0);
            y -= Sheet.leading(line.size());
        }
    }

    private void borders(Ink ink, boolean spanning, boolean opens, boolean closes, float top, float height)
            throws IOException {
        float right = edges[edges.length - 1];
        if (opens) ink.rule(edges[0], top, right, top);
        if (closes) ink.rule(edges[0], top - height, right, top - height);
        for (int at = 0; at < edges.length; at++)
            if (!spanning || at == 0 || at == edges.length - 1) ink.rule(edges[at], top, edges[at], top - height);
    }
}

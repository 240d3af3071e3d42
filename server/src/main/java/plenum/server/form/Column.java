package plenum.server.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lines under one another between two edges, each with its own size, alignment and space above. */
final class Column {
    private record Placed(Line line, Align align, float before) {}

    private final Lines lines;
    private final float room;
    private final List<Placed> placed = new ArrayList<>();
    private float height;

    Column(Lines lines, float room) {
        this.lines = lines;
        this.room = room;
    }

    /** Adds text below what is there. */
    void add(Text text, float size, Align align, float before) {
        List<Line> broken = align == Align.CENTER ? lines.balanced(text, size, room) : lines.of(text, size, room, 0);
        for (int at = 0; at < broken.size(); at++) put(broken.get(at), align, at == 0 ? before : 0);
    }

    private void put(Line line, Align align, float before) {
        placed.add(new Placed(line, align, before));
        height += before + Sheet.leading(line.size());
    }

    void gap(float points) {
        height += points;
        placed.add(new Placed(Line.EMPTY, Align.LEFT, points - Sheet.leading(Line.EMPTY.size())));
    }

    float height() {
        return height;
    }

    /** The width of the widest line. */
    float widest() {
        float widest = 0;
        for (Placed each : placed) widest = Math.max(widest, each.line().width());
        return widest;
    }

    void draw(Ink ink, float left, float top) throws IOException {
        float y = top;
        for (Placed each : placed) {
            Line line = each.line();
            y -= each.before();
            float stretch = each.align() == Align.JUSTIFY ? line.stretch(room) : 0;
            ink.line(line, left + line.offset(room, each.align()), y - Sheet.ascent(line.size()), stretch);
            y -= Sheet.leading(line.size());
        }
    }
}

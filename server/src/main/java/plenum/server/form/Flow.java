package plenum.server.form;

import java.util.ArrayList;
import java.util.List;

/** Turns a paper into boxes, one list for each stretch that starts on a new page. */
final class Flow {
    private final Lines lines;
    private final List<List<Box>> stretches = new ArrayList<>();
    private List<Box> boxes = new ArrayList<>();

    Flow(Lines lines) {
        this.lines = lines;
    }

    List<List<Box>> of(OfficialDocument paper) {
        FirstPage first = new FirstPage(lines);
        if (paper.head() != null) boxes.add(first.head(paper.head()));
        if (!paper.type().isEmpty() || !paper.about().isEmpty()) boxes.add(first.title(paper.type(), paper.about()));
        for (Block block : paper.blocks()) add(block);
        endStretch();
        return stretches;
    }

    private void add(Block block) {
        switch (block) {
            case Paragraph paragraph -> boxes.addAll(paragraph(paragraph));
            case Table table -> boxes.addAll(new Grid(lines, table).boxes());
            case Closing closing -> closing(closing);
            case PageBreak ignored -> endStretch();
        }
    }

    private void endStretch() {
        if (!boxes.isEmpty()) stretches.add(boxes);
        boxes = new ArrayList<>();
    }

    /** The last two lines of the text go with the signatures to the next page. */
    private void closing(Closing closing) {
        for (int at = Math.max(0, boxes.size() - 2); at < boxes.size(); at++)
            boxes.set(at, boxes.get(at).keptWithNext());
        boxes.add(new Foot(lines).of(closing));
    }

    private List<Box> paragraph(Paragraph paragraph) {
        float size = paragraph.size();
        List<Line> broken = paragraph.align() == Align.CENTER
                ? lines.balanced(paragraph.text(), size, Sheet.TEXT_WIDTH)
                : lines.of(paragraph.text(), size, Sheet.TEXT_WIDTH, paragraph.indent());
        List<Box> made = new ArrayList<>();
        for (int at = 0; at < broken.size(); at++) {
            boolean keeps = paragraph.keepsWithNext() || staysWithNext(at, broken.size());
            made.add(line(paragraph, broken.get(at), at == 0, keeps));
        }
        if (paragraph.bookmarked())
            made.set(0, made.getFirst().bookmarked(paragraph.text().words().replace('\n', ' ')));
        return made;
    }

    /** Neither the first nor the last line of a paragraph stands alone on a page. */
    private static boolean staysWithNext(int at, int count) {
        return count > 1 && (at == 0 || at == count - 2);
    }

    private static Box line(Paragraph paragraph, Line line, boolean first, boolean keeps) {
        float indent = first && paragraph.align() != Align.CENTER ? paragraph.indent() : 0;
        float room = Sheet.TEXT_WIDTH - indent;
        float stretch = paragraph.align() == Align.JUSTIFY ? line.stretch(room) : 0;
        float x = Sheet.LEFT + indent + line.offset(room, paragraph.align());
        return Box.of(
                first ? paragraph.before() : 0,
                Sheet.leading(paragraph.size()),
                keeps,
                (ink, top) -> ink.line(line, x, top - Sheet.ascent(paragraph.size()), stretch));
    }
}

package plenum.server.form;

import java.io.IOException;

/** The head of the first page and the title under it. */
final class FirstPage {
    private static final float LEFT_ROOM = Sheet.TEXT_WIDTH * 0.42f;
    private static final float RIGHT_ROOM = Sheet.TEXT_WIDTH - LEFT_ROOM;
    private static final float HEAD_SIZE = 12;
    private static final float MOTTO_SIZE = 13;
    private static final float RULE_ROOM = 8;

    private final Lines lines;

    FirstPage(Lines lines) {
        this.lines = lines;
    }

    Box head(Letterhead head) {
        Column organ = new Column(lines, LEFT_ROOM);
        if (!head.superior().isEmpty()) organ.add(Text.plain(head.superior()), HEAD_SIZE, Align.CENTER, 0);
        organ.add(Text.bold(head.organ()), HEAD_SIZE, Align.CENTER, 0);
        Column country = new Column(lines, RIGHT_ROOM + 8);
        country.add(Text.bold(Letterhead.COUNTRY), HEAD_SIZE, Align.CENTER, 0);
        country.add(Text.bold(Letterhead.MOTTO), MOTTO_SIZE, Align.CENTER, 0);
        Column number = new Column(lines, LEFT_ROOM);
        number.add(Text.plain(head.number()), MOTTO_SIZE, Align.CENTER, 0);
        Column place = new Column(lines, RIGHT_ROOM);
        place.add(Text.italic(head.placeDate()), MOTTO_SIZE, Align.CENTER, 0);
        float upper = Math.max(organ.height(), country.height()) + RULE_ROOM;
        float lower = Math.max(number.height(), place.height());
        float marked = head.mark().isEmpty() ? 0 : Sheet.leading(MOTTO_SIZE) + 12;
        float mottoWidth = lines.width(Letterhead.MOTTO, Face.BOLD, MOTTO_SIZE);
        return Box.of(0, upper + lower + marked, true, (ink, top) -> {
            organ.draw(ink, Sheet.LEFT, top);
            country.draw(ink, Sheet.LEFT + LEFT_ROOM - 4, top);
            rule(ink, Sheet.LEFT, LEFT_ROOM, organ.widest() * 0.4f, top - organ.height() - 3);
            rule(ink, Sheet.LEFT + LEFT_ROOM, RIGHT_ROOM, mottoWidth, top - country.height() - 2);
            number.draw(ink, Sheet.LEFT, top - upper);
            place.draw(ink, Sheet.LEFT + LEFT_ROOM, top - upper);
            if (!head.mark().isEmpty()) mark(ink, head.mark(), top - upper - lower - 6);
        });
    }

    private static void rule(Ink ink, float left, float room, float width, float y) throws IOException {
        float from = left + (room - width) / 2;
        ink.rule(from, y, from + width, y);
    }

    private void mark(Ink ink, String words, float top) throws IOException {
        Column text = new Column(lines, LEFT_ROOM);
        text.add(Text.bold(words), MOTTO_SIZE, Align.CENTER, 0);
        text.draw(ink, Sheet.LEFT, top);
        float width = text.widest() + 16;
        ink.frame(Sheet.LEFT + (LEFT_ROOM - width) / 2, top - text.height() - 2, width, text.height() + 4);
    }

    /** Type and abstract in the middle, with a rule below the abstract. */
    Box title(String type, String about) {
        Column title = new Column(lines, Sheet.TEXT_WIDTH);
        if (!type.isEmpty()) title.add(Text.bold(type), Sheet.BODY_SIZE, Align.CENTER, 0);
        Column abstractLines = new Column(lines, Sheet.TEXT_WIDTH - Sheet.mm(12));
        if (!about.isEmpty()) abstractLines.add(Text.bold(about), Sheet.BODY_SIZE, Align.CENTER, 0);
        float text = title.height() + abstractLines.height();
        float ruled = about.isEmpty() ? 0 : RULE_ROOM;
        String bookmark = about.isEmpty() ? type : type + " " + about;
        return Box.of(18, text + ruled, true, (ink, top) -> {
                    title.draw(ink, Sheet.LEFT, top);
                    abstractLines.draw(ink, Sheet.LEFT + Sheet.mm(6), top - title.height());
                    if (ruled > 0)
                        rule(ink, Sheet.LEFT, Sheet.TEXT_WIDTH, abstractLines.widest() * 0.4f, top - text - 4);
                })
                .bookmarked(bookmark.replace('\n', ' '));
    }
}

package plenum.server.form;

import java.util.List;

/** Lays out the foot of a paper: recipients and signatures. */
final class Foot {
    private static final float HALF = Sheet.TEXT_WIDTH / 2;
    private static final float SIGNING_ROOM = 72;
    private static final float BEFORE = 14;

    private final Lines lines;

    Foot(Lines lines) {
        this.lines = lines;
    }

    Box of(Closing closing) {
        if (closing.signatures().size() == 1)
            return beside(
                    recipients(closing.recipients()),
                    signature(closing.signatures().getFirst()),
                    new Column(lines, HALF));
        Column left = signature(closing.signatures().get(0));
        Column right = signature(closing.signatures().get(1));
        return beside(left, right, recipients(closing.recipients()));
    }

    private Box beside(Column left, Column right, Column below) {
        float upper = Math.max(left.height(), right.height());
        return Box.of(BEFORE, upper + below.height(), false, (ink, top) -> {
            left.draw(ink, Sheet.LEFT, top);
            right.draw(ink, Sheet.LEFT + HALF, top);
            below.draw(ink, Sheet.LEFT, top - upper);
        });
    }

    private Column recipients(List<String> recipients) {
        Column column = new Column(lines, HALF);
        if (recipients.isEmpty()) return column;
        column.add(new Text(List.of(new Text.Run("Nơi nhận:", Face.BOLD_ITALIC))), 12, Align.LEFT, 2);
        for (int at = 0; at < recipients.size(); at++) {
            String end = at == recipients.size() - 1 ? "." : ";";
            column.add(Text.plain("- " + recipients.get(at) + end), Sheet.SMALL_SIZE, Align.LEFT, 0);
        }
        return column;
    }

    private Column signature(Signature signature) {
        Column column = new Column(lines, HALF);
        for (String line : signature.capacity()) column.add(Text.bold(line), Sheet.BODY_SIZE, Align.CENTER, 0);
        column.gap(SIGNING_ROOM);
        column.add(Text.bold(signature.name()), Sheet.BODY_SIZE, Align.CENTER, 0);
        return column;
    }
}

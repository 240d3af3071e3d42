package plenum.server.form;

/**
 * A paragraph.
 *
 * @param size of the letters, in points
 * @param indent of the first line, in points
 * @param before space above, in points; dropped at the top of a page
 * @param keepsWithNext a heading: never the last line of a page
 * @param bookmarked its words go into the outline of the file
 */
public record Paragraph(
        Text text, Align align, float size, float indent, float before, boolean keepsWithNext, boolean bookmarked)
        implements Block {

    /** Running text: justified, first line indented. */
    public static Paragraph body(Text text) {
        return new Paragraph(text, Align.JUSTIFY, Sheet.BODY_SIZE, Sheet.INDENT, 6, false, false);
    }

    /** A numbered heading inside the text, bold, at the indent of the text ("I. ...", "1. ...", "Điều 1. ..."). */
    public static Paragraph heading(Text text) {
        return new Paragraph(text.bolder(), Align.JUSTIFY, Sheet.BODY_SIZE, Sheet.INDENT, 6, true, true);
    }

    /** A bold line in the middle ("QUYẾT NGHỊ:", "Chương I"). */
    public static Paragraph centred(Text text) {
        return new Paragraph(text.bolder(), Align.CENTER, Sheet.BODY_SIZE, 0, 6, true, false);
    }

    /** The head of an annex or a part: bold, in the middle, in the outline. */
    public static Paragraph part(Text text) {
        return new Paragraph(text.bolder(), Align.CENTER, Sheet.BODY_SIZE, 0, 6, true, true);
    }

    /** The address of a submission ("Kính gửi: ..."). */
    public static Paragraph address(Text text) {
        return new Paragraph(text, Align.CENTER, Sheet.BODY_SIZE, 0, 12, true, false);
    }

    /** The unit of a table's figures, at the right ("Đơn vị tính: Triệu đồng"). */
    public static Paragraph unit(Text text) {
        return new Paragraph(text.slanted(), Align.RIGHT, Sheet.TABLE_SIZE, 0, 4, true, false);
    }

    /** A small note under a table. */
    public static Paragraph note(Text text) {
        return new Paragraph(text.slanted(), Align.JUSTIFY, Sheet.TABLE_SIZE, 0, 4, false, false);
    }

    /** The same paragraph with another space above, in points. */
    public Paragraph withBefore(float points) {
        return new Paragraph(text, align, size, indent, points, keepsWithNext, bookmarked);
    }

    /** The same paragraph with another alignment. */
    public Paragraph withAlign(Align other) {
        return new Paragraph(text, other, size, indent, before, keepsWithNext, bookmarked);
    }
}

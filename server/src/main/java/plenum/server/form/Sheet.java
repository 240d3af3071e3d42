package plenum.server.form;

/** The measures of a page, in points (1/72 inch) unless a name says otherwise; values of decree 30/2020, appendix I. */
final class Sheet {
    static final float WIDTH = mm(210);
    static final float HEIGHT = mm(297);
    static final float LEFT = mm(30);
    static final float RIGHT = WIDTH - mm(15);
    static final float TOP = HEIGHT - mm(20);
    static final float BOTTOM = mm(20);
    static final float TEXT_WIDTH = RIGHT - LEFT;
    static final float TEXT_HEIGHT = TOP - BOTTOM;
    static final float INDENT = mm(12.7f);
    static final float PAGE_NUMBER_BASELINE = HEIGHT - mm(13);
    static final float FOOTER_BASELINE = mm(11);
    static final float BODY_SIZE = 14;
    static final float TABLE_SIZE = 12;
    static final float SMALL_SIZE = 11;
    static final float FOOTER_SIZE = 8.5f;

    private Sheet() {}

    static float mm(float millimetres) {
        return millimetres * 72 / 25.4f;
    }

    /** Distance from one baseline to the next. */
    static float leading(float size) {
        return size * 1.2f;
    }

    /** Distance from the top of a line to its baseline. */
    static float ascent(float size) {
        return size * 0.92f;
    }
}

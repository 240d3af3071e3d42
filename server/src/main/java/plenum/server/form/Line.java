package plenum.server.form;

import java.util.List;

/**
 * Words that stand on one line.
 *
 * @param width of the words with single spaces, in points
 * @param ends the paragraph (or a forced line): never stretched
 */
record Line(List<Word> words, float size, float width, boolean ends) {
    static final Line EMPTY = new Line(List.of(), Sheet.BODY_SIZE, 0, true);

    /** Letters without a space between them; more than one piece where the face changes inside. */
    record Word(List<Piece> pieces, float width) {}

    /** Letters in one face. */
    record Piece(String letters, Face face) {}

    /** What each space is widened by so that the line fills the room. */
    float stretch(float room) {
        return ends || words.size() < 2 ? 0 : (room - width) / (words.size() - 1);
    }

    /** Where the line starts, right of the left edge. */
    float offset(float room, Align align) {
        return switch (align) {
            case JUSTIFY, LEFT -> 0;
            case CENTER -> (room - width) / 2;
            case RIGHT -> room - width;
        };
    }
}

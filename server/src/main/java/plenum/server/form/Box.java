package plenum.server.form;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page that is never torn apart: a line of text, a row of a table, a foot with signatures.
 *
 * @param before space above, in points; dropped at the top of a page
 * @param height in points
 * @param keepsWithNext stands on the same page as the box that follows
 * @param carried the head of a table, drawn again where this box starts a page; else null
 * @param bookmark its line in the outline, or empty
 */
record Box(
        float before,
        float height,
        boolean keepsWithNext,
        @Nullable Box carried,
        String bookmark,
        Drawing drawing) {

    /** Puts a box onto the page whose ink is given. */
    interface Drawing {
        /**
         * Draws.
         *
         * @param top of the box, in points above the page's lower edge
         */
        void draw(Ink ink, float top) throws IOException;
    }

    static Box of(float before, float height, boolean keepsWithNext, Drawing drawing) {
        return new Box(before, height, keepsWithNext, null, "", drawing);
    }

    Box carrying(Box head) {
        return new Box(before, height, keepsWithNext, head, bookmark, drawing);
    }

    Box bookmarked(String words) {
        return new Box(before, height, keepsWithNext, carried, words, drawing);
    }

    Box keptWithNext() {
        return new Box(before, height, true, carried, bookmark, drawing);
    }
}

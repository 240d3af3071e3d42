package plenum.server.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.ItemId;

/**
 * What is drawn or written: schema MarkData. Lengths are tenths of a point on the page as it is displayed, from its top
 * left corner.
 *
 * @param colour {@code #rrggbb}
 * @param points a stroke, packed and in base64url; made and read by the tablet only
 * @param quads x, y, width, height of each line of a highlight
 * @param quote the text under a highlight, {@code before} and {@code after} what surrounds it
 * @param at x, y of a note
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MarkData(
        @Nullable String colour,
        @Nullable Integer width,
        @Nullable String points,
        @Nullable List<Integer> quads,
        @Nullable String quote,
        @Nullable String before,
        @Nullable String after,
        @Nullable List<Integer> at,
        @Nullable String title,
        @Nullable String text,
        @Nullable ItemId itemId) {

    /** The same lower on the page. */
    MarkData below(int more) {
        return at == null
                ? this
                : new MarkData(
                        colour,
                        width,
                        points,
                        quads,
                        quote,
                        before,
                        after,
                        List.of(at.get(0), at.get(1) + more),
                        title,
                        text,
                        itemId);
    }
}

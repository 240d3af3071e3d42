package plenum.server.renditions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader wants to know of a paper before it has its bytes. */
public record PageFacts(List<PageSize> pages, List<Heading> outline) {
    public PageFacts {
        pages = List.copyOf(pages);
        outline = List.copyOf(outline);
    }

    /** As the page is shown, rotated, in points of 1/72 inch. */
    public record PageSize(float width, float height) {}

    /**
     * An entry of the outline; its headings below follow it.
     *
     * @param level 1 for the top
     * @param page from 1; absent when it leads nowhere in the file
     */
    public record Heading(String title, int level, @Nullable Integer page) {}
}

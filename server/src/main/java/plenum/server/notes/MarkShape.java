package plenum.server.notes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mark must have by its kind; single fields are the contract's. */
final class MarkShape {
    private MarkShape() {}

    static void check(Mark mark) {
        var onPaper = mark.paperId() != null && mark.sha256() != null && mark.page() != null;
        if (mark.kind().onPaper() && !onPaper) {
            throw bad(mark, "needs paperId, sha256 and page");
        }
        if (!mark.deleted() && !complete(mark)) {
            throw bad(mark, "its data are not those of its kind");
        }
    }

    private static boolean complete(Mark mark) {
        var data = mark.data();
        return switch (mark.kind()) {
            case INK -> data != null && data.points() != null && data.colour() != null && data.width() != null;
            case HIGHLIGHT ->
                data != null
                        && data.colour() != null
                        && (lines(data.quads()) || (data.points() != null && data.width() != null));
            case NOTE -> data != null && data.at() != null && data.text() != null;
            case NOTEBOOK -> data != null && data.text() != null;
            case BOOKMARK, READ -> true;
        };
    }

    private static boolean lines(@Nullable List<Integer> quads) {
        return quads != null && !quads.isEmpty() && quads.size() % 4 == 0;
    }

    private static RuntimeException bad(Mark mark, String why) {
        return NoteProblem.BAD_MARK.refusal(mark.kind() + " " + mark.markId() + " " + why);
    }
}

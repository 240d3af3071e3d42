package plenum.server.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import plenum.server.search.Found.Piece;

/** Cuts passages into pieces that are found words or not; never markup, so that no file can bring its own. */
final class SnippetFormat extends PassageFormatter {
    private static final String BETWEEN = " … ";

    @Override
    public List<Piece> format(Passage[] passages, String content) {
        var pieces = new ArrayList<Piece>();
        for (var passage : passages) {
            if (!pieces.isEmpty()) {
                pieces.add(new Piece(BETWEEN, false));
            }
            cut(passage, content, pieces);
        }
        return pieces;
    }

    private static void cut(Passage passage, String content, List<Piece> pieces) {
        var at = passage.getStartOffset();
        for (var match = 0; match < passage.getNumMatches(); match++) {
            var start = Math.max(at, passage.getMatchStarts()[match]);
            var end = Math.min(passage.getEndOffset(), passage.getMatchEnds()[match]);
            if (end > start) {
                add(content, at, start, false, pieces);
                add(content, start, end, true, pieces);
                at = end;
            }
        }
        add(content, at, passage.getEndOffset(), false, pieces);
    }

    /** Found words side by side become one piece. */
    private static void add(String content, int from, int to, boolean hit, List<Piece> pieces) {
        if (to <= from) {
            return;
        }
        var text = new StringBuilder(content.substring(from, to).replaceAll("\\s+", " "));
        if (hit
                && pieces.size() > 1
                && pieces.getLast().text().isBlank()
                && pieces.get(pieces.size() - 2).hit()) {
            text.insert(0, pieces.removeLast().text());
        }
        if (hit && !pieces.isEmpty() && pieces.getLast().hit()) {
            text.insert(0, pieces.removeLast().text());
        }
        pieces.add(new Piece(text.toString(), hit));
    }
}

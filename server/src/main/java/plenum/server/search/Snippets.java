package plenum.server.search;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.CustomSeparatorBreakIterator;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import plenum.server.search.Found.Piece;

/** Lucene's highlighter, giving pieces instead of markup. It reads the words of a page again: a page is short. */
final class Snippets extends UnifiedHighlighter {
    private static final int CHARS = 180;
    private static final Set<String> TEXT = Set.of(Fields.TEXT);

    private final StoredFields stored;
    private final Query marked;

    Snippets(IndexSearcher searcher, WordQuery words) throws IOException {
        super(UnifiedHighlighter.builderWithoutSearcher(Words.FOLDED)
                .withFormatter(new SnippetFormat())
                .withMaxLength(200_000)
                .withWeightMatches(false)
                .withPassageRelevancyOverSpeed(false)
                .withHighlightPhrasesStrictly(words.quotes())
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        new CustomSeparatorBreakIterator(' '), CHARS, 0.4f)));
        this.stored = searcher.storedFields();
        this.marked = words.shown();
    }

    @SuppressWarnings("unchecked") // SnippetFormat gives nothing else
    List<Piece> of(int document) throws IOException {
        var text = Objects.requireNonNull(stored.document(document, TEXT).get(Fields.TEXT));
        var pieces = (List<Piece>) highlightWithoutSearcher(Fields.TEXT, marked, text, 1);
        return pieces == null ? List.of() : pieces;
    }
}

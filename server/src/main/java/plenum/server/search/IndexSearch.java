package plenum.server.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.grouping.GroupDocs;
import org.apache.lucene.search.grouping.GroupingSearch;
import org.apache.lucene.search.grouping.TopGroups;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.util.BytesRef;
import plenum.server.search.Found.Hit;
import plenum.server.search.Found.Piece;

/** One search in the index as it is at this moment. */
final class IndexSearch {
    private static final int PAGES_OF_A_PAPER = 4;
    private static final int SNIPPET_CHARS = 180;
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final IndexSearcher searcher;
    private final Query words;
    private final Query whole;

    /** @param seenBy words of the person, see {@link Visibility} */
    IndexSearch(IndexSearcher searcher, SearchWish wish, Set<String> seenBy) {
        this.searcher = searcher;
        this.words = WordQuery.of(wish.words());
        this.whole = filtered(words, wish, seenBy);
    }

    private static Query filtered(Query words, SearchWish wish, Set<String> seenBy) {
        var query = new BooleanQuery.Builder().add(words, Occur.MUST);
        query.add(
                new TermInSetQuery(
                        Fields.SEEN_BY, seenBy.stream().map(BytesRef::new).toList()),
                Occur.FILTER);
        wish.session().ifPresent(value -> query.add(only(Fields.SESSION, value), Occur.FILTER));
        wish.item().ifPresent(value -> query.add(only(Fields.ITEM, value), Occur.FILTER));
        wish.kind().ifPresent(value -> query.add(only(Fields.KIND, value), Occur.FILTER));
        wish.year().ifPresent(value -> query.add(only(Fields.YEAR, value.toString()), Occur.FILTER));
        return query.build();
    }

    private static Query only(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    /** Papers from one rank to the other, best first. */
    List<Found> papers(int from, int count) throws IOException {
        TopGroups<BytesRef> groups = new GroupingSearch(Fields.KEY)
                .setGroupDocsLimit(PAGES_OF_A_PAPER + 1)
                .search(searcher, whole, from, count);
        var papers = new ArrayList<Found>();
        for (var group : groups == null ? List.<GroupDocs<BytesRef>>of() : List.of(groups.groups)) {
            papers.add(paper(group));
        }
        return papers;
    }

    private Found paper(GroupDocs<BytesRef> group) throws IOException {
        var key = PaperKey.read(group.groupValue().utf8ToString());
        var stored = searcher.storedFields();
        var pages = new ArrayList<Integer>();
        var documents = new ArrayList<Integer>();
        for (ScoreDoc at : group.scoreDocs()) {
            var page = Integer.parseInt(
                    stored.document(at.doc, Set.of(Fields.PAGE)).get(Fields.PAGE));
            if (page > 0 && pages.size() < PAGES_OF_A_PAPER) {
                pages.add(page);
                documents.add(at.doc);
            }
        }
        var titleFound = pages.size() < group.scoreDocs().length && group.scoreDocs().length <= PAGES_OF_A_PAPER;
        return new Found(key, group.totalHits().value() - (titleFound ? 1 : 0), hits(pages, documents));
    }

    private List<Hit> hits(List<Integer> pages, List<Integer> documents) throws IOException {
        if (pages.isEmpty()) {
            return List.of();
        }
        var snippets = new Snippets(searcher)
                .of(words, documents.stream().mapToInt(Integer::intValue).toArray());
        var hits = new ArrayList<Hit>();
        for (var at = 0; at < pages.size(); at++) {
            hits.add(new Hit(pages.get(at), snippets.get(at)));
        }
        return hits;
    }

    /** Lucene's highlighter, giving pieces instead of markup. */
    private static final class Snippets extends UnifiedHighlighter {
        Snippets(IndexSearcher searcher) {
            super(UnifiedHighlighter.builder(searcher, Words.FOLDED)
                    .withFormatter(new SnippetFormat())
                    .withMaxLength(200_000)
                    .withFieldMatcher(Fields.TEXT::equals)
                    .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                            BreakIterator.getWordInstance(VIETNAMESE), SNIPPET_CHARS, 0.4f)));
        }

        @SuppressWarnings("unchecked") // SnippetFormat gives nothing else
        List<List<Piece>> of(Query query, int[] documents) throws IOException {
            var shown = highlightFieldsAsObjects(new String[] {Fields.TEXT}, query, documents, new int[] {1});
            var all = new ArrayList<List<Piece>>();
            for (var one : Objects.requireNonNull(shown.get(Fields.TEXT))) {
                all.add(one == null ? List.of() : (List<Piece>) one);
            }
            return all;
        }
    }
}

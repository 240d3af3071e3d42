package plenum.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import plenum.server.search.Found.Hit;
import plenum.server.search.PagesOfPapers.Page;

/** One search in the index as it is at this moment. */
final class IndexSearch {
    private static final int PAGES_OF_A_PAPER = 4;

    private final IndexSearcher searcher;
    private final WordQuery words;
    private final Query pages;
    private final Query covers;

    /** @param seenBy words of the person, see {@link Visibility} */
    IndexSearch(IndexSearcher searcher, SearchWish wish, Set<String> seenBy) {
        this.searcher = searcher;
        this.words = new WordQuery(wish.words());
        this.pages = filtered(words.page(), wish, seenBy);
        this.covers = filtered(new BooleanQuery.Builder().add(words.cover(), Occur.MUST), wish, seenBy);
    }

    private static Query filtered(BooleanQuery.Builder query, SearchWish wish, Set<String> seenBy) {
        query.add(in(Fields.SEEN_BY, seenBy), Occur.FILTER);
        wish.session().ifPresent(value -> query.add(only(Fields.SESSION, value), Occur.FILTER));
        wish.item().ifPresent(value -> query.add(only(Fields.ITEM, value), Occur.FILTER));
        wish.kind().ifPresent(value -> query.add(only(Fields.KIND, value), Occur.FILTER));
        wish.year().ifPresent(value -> query.add(only(Fields.YEAR, value.toString()), Occur.FILTER));
        return query.build();
    }

    private static Query in(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query only(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    /** The best papers, the best first. */
    List<PaperKey> best(int most) throws IOException {
        var best = new HashMap<>(searcher.search(pages, BestPapers.most(most)));
        searcher.search(covers, BestPapers.most(most)).forEach((paper, score) -> best.merge(paper, score, Math::max));
        return best.entrySet().stream()
                .sorted(Map.Entry.<PaperKey, Float>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What was found in these papers, in their order. */
    List<Found> found(List<PaperKey> papers) throws IOException {
        var these = new BooleanQuery.Builder()
                .add(pages, Occur.MUST)
                .add(in(Fields.KEY, papers.stream().map(PaperKey::toString).toList()), Occur.FILTER)
                .build();
        var found = searcher.search(these, PagesOfPapers.all());
        var snippets = new Snippets(searcher, words);
        var all = new ArrayList<Found>();
        for (var paper : papers) {
            all.add(found(paper, found.getOrDefault(paper, List.of()), snippets));
        }
        return all;
    }

    private static Found found(PaperKey paper, List<Page> all, Snippets snippets) throws IOException {
        var hits = new ArrayList<Hit>();
        for (var page : all.subList(0, Math.min(all.size(), PAGES_OF_A_PAPER))) {
            hits.add(new Hit(page.page(), snippets.of(page.document())));
        }
        return new Found(paper, all.size(), hits);
    }
}

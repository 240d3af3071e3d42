package plenum.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The query that typed words make. All words must stand on one page, or all in the title. Close together, with the same
 * marks, or as the document's number they count more. The last word may be unfinished.
 */
final class WordQuery {
    private static final int MOST_WORDS = 16;
    private static final Pattern PARTS = Pattern.compile("\"([^\"]*)\"?|([^\"]+)");
    private static final Pattern NUMBER = Pattern.compile(".*\\d.*|.*/.*");

    private WordQuery() {}

    /** Null-free: words without a letter find nothing. */
    static Query of(String typed) {
        var words = Words.composed(typed);
        var all = new BooleanQuery.Builder();
        all.add(in(words, Fields.TEXT, Fields.TEXT_EXACT), Occur.SHOULD);
        all.add(new BoostQuery(in(words, Fields.TITLE, Fields.TITLE_EXACT), 2), Occur.SHOULD);
        if (NUMBER.matcher(words).matches()) {
            var number = Words.number(words);
            all.add(new BoostQuery(new TermQuery(new Term(Fields.NUMBER, number)), 20), Occur.SHOULD);
            all.add(new BoostQuery(new PrefixQuery(new Term(Fields.NUMBER, number)), 8), Occur.SHOULD);
        }
        return all.build();
    }

    /** Whether there is anything to look for. */
    static boolean says(String typed) {
        return !Words.of(Words.FOLDED, typed).isEmpty();
    }

    private static Query in(String words, String folded, String exact) {
        var query = new BooleanQuery.Builder();
        var parts = PARTS.matcher(words);
        while (parts.find()) {
            var quoted = parts.group(1);
            if (quoted == null) {
                loose(parts.group(2), folded, parts.end() == words.length(), query);
            } else {
                phrase(quoted, folded, query);
            }
        }
        marks(words, exact, query);
        return query.build();
    }

    private static void phrase(String quoted, String field, BooleanQuery.Builder query) {
        var words = Words.of(Words.FOLDED, quoted);
        if (!words.isEmpty()) {
            query.add(new PhraseQuery(field, words.toArray(String[]::new)), Occur.MUST);
        }
    }

    private static void loose(String part, String field, boolean last, BooleanQuery.Builder query) {
        var words = some(Words.FOLDED, part);
        for (var at = 0; at < words.size(); at++) {
            var unfinished = last && at == words.size() - 1 && !part.endsWith(" ");
            query.add(word(new Term(field, words.get(at)), unfinished), Occur.MUST);
        }
        if (words.size() > 1) {
            query.add(new BoostQuery(new PhraseQuery(2, field, words.toArray(String[]::new)), 4), Occur.SHOULD);
        }
    }

    private static Query word(Term term, boolean unfinished) {
        if (!unfinished || term.text().length() < 2) {
            return new TermQuery(term);
        }
        return new BooleanQuery.Builder()
                .add(new BoostQuery(new TermQuery(term), 2), Occur.SHOULD)
                .add(new BoostQuery(new PrefixQuery(term), 0.2f), Occur.SHOULD)
                .build();
    }

    /** Who types marks prefers pages with the same marks. */
    private static void marks(String words, String field, BooleanQuery.Builder query) {
        var exact = some(Words.EXACT, words);
        for (var word : exact) {
            query.add(new BoostQuery(new TermQuery(new Term(field, word)), 2), Occur.SHOULD);
        }
        if (exact.size() > 1) {
            query.add(new BoostQuery(new PhraseQuery(1, field, exact.toArray(String[]::new)), 6), Occur.SHOULD);
        }
    }

    private static List<String> some(Analyzer analyzer, String words) {
        var all = new ArrayList<>(Words.of(analyzer, words));
        return all.subList(0, Math.min(all.size(), MOST_WORDS));
    }
}

package plenum.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The query that typed words make. All words must stand on one page, or all in the title. Side by side, with the same
 * marks, or as the document's number they count more. The last word may be unfinished.
 */
final class WordQuery {
    private static final int MOST_EXACT = 31;
    private static final Pattern NUMBER = Pattern.compile(".*\\d.*|.*/.*");

    private final String words;
    private final List<Typed> parts;
    private final boolean marked;

    WordQuery(String typed) {
        words = Words.composed(typed);
        parts = Typed.parts(words);
        marked = !Words.of(Words.EXACT, words).equals(Words.of(Words.FOLDED, words));
    }

    /** Whether there is anything to look for. */
    static boolean says(String typed) {
        return !Words.of(Words.FOLDED, typed).isEmpty();
    }

    /** Finds papers by what is on their cover: title, issuer, number. */
    Query cover() {
        var all = new BooleanQuery.Builder();
        all.add(new BoostQuery(title(), 2), Occur.SHOULD);
        if (NUMBER.matcher(words).matches()) {
            var number = Words.number(words);
            all.add(new BoostQuery(new TermQuery(new Term(Fields.NUMBER, number)), 20), Occur.SHOULD);
            all.add(new BoostQuery(new PrefixQuery(new Term(Fields.NUMBER, number)), 8), Occur.SHOULD);
        }
        return all.build();
    }

    /** Finds the words on a page, to mark them. */
    Query shown() {
        var query = new BooleanQuery.Builder();
        for (var part : parts) {
            if (part.quoted()) {
                query.add(phrase(Fields.TEXT, part), Occur.SHOULD);
            }
            for (var at = 0; at < part.words().size() && !part.quoted(); at++) {
                var term = new Term(Fields.TEXT, part.words().get(at));
                query.add(part.unfinished(at) ? new PrefixQuery(term) : new TermQuery(term), Occur.SHOULD);
            }
        }
        return query.build();
    }

    /** Whether the words must stand side by side somewhere. */
    boolean quotes() {
        return parts.stream().anyMatch(Typed::quoted);
    }

    /**
     * Finds pages. Words alone and in pairs only: what stands where is read for quoted words, on the few pages with
     * their pairs. Who types marks prefers pages with the same marks.
     */
    BooleanQuery.Builder page() {
        var query = new BooleanQuery.Builder();
        for (var part : parts) {
            if (part.quoted()) {
                query.add(phrase(Fields.TEXT, part), Occur.MUST);
            }
            for (var at = 0; at < part.words().size() && !part.quoted(); at++) {
                must(part.words().get(at), part.unfinished(at), query);
            }
            if (part.quoted() || !marked) {
                part.pairs().forEach(pair -> query.add(counting(Fields.TEXT_PAIRS, pair, 2), side(part)));
            }
        }
        for (var exact : marked ? some(Words.EXACT_PAIRS, words) : List.<String>of()) {
            query.add(counting(Fields.TEXT_EXACT, exact, exact.indexOf(' ') < 0 ? 1 : 2), Occur.SHOULD);
        }
        return query;
    }

    private static Occur side(Typed part) {
        return part.quoted() ? Occur.FILTER : Occur.SHOULD;
    }

    private static void must(String word, boolean unfinished, BooleanQuery.Builder query) {
        var term = new Term(Fields.TEXT, word);
        if (!unfinished) {
            query.add(new TermQuery(term), Occur.MUST);
        } else {
            query.add(begun(word), Occur.FILTER);
            query.add(new BoostQuery(new TermQuery(term), 2), Occur.SHOULD);
        }
    }

    private static Query begun(String word) {
        return word.length() > Words.LONGEST_START
                ? new PrefixQuery(new Term(Fields.TEXT, word))
                : new TermQuery(new Term(Fields.TEXT_STARTS, word));
    }

    /** Few: a paper has one. */
    private Query title() {
        var query = new BooleanQuery.Builder();
        for (var part : parts) {
            if (part.quoted()) {
                query.add(phrase(Fields.TITLE, part), Occur.MUST);
            }
            for (var at = 0; at < part.words().size() && !part.quoted(); at++) {
                query.add(inTitle(part.words().get(at), part.unfinished(at)), Occur.MUST);
            }
            if (part.words().size() > 1 && !part.quoted()) {
                query.add(new BoostQuery(near(2, Fields.TITLE, part.words()), 4), Occur.SHOULD);
            }
        }
        var exact = some(Words.EXACT, words);
        exact.forEach(word -> query.add(counting(Fields.TITLE_EXACT, word, 2), Occur.SHOULD));
        if (exact.size() > 1) {
            query.add(new BoostQuery(near(1, Fields.TITLE_EXACT, exact), 6), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query inTitle(String word, boolean unfinished) {
        var term = new Term(Fields.TITLE, word);
        if (!unfinished) {
            return new TermQuery(term);
        }
        return new BooleanQuery.Builder()
                .add(new BoostQuery(new TermQuery(term), 2), Occur.SHOULD)
                .add(new BoostQuery(new ConstantScoreQuery(new PrefixQuery(term)), 0.2f), Occur.SHOULD)
                .build();
    }

    private static Query phrase(String field, Typed part) {
        return near(0, field, part.words());
    }

    private static Query near(int slop, String field, List<String> words) {
        return new PhraseQuery(slop, field, words.toArray(String[]::new));
    }

    private static Query counting(String field, String word, float much) {
        return new BoostQuery(new TermQuery(new Term(field, word)), much);
    }

    private static List<String> some(Analyzer analyzer, String words) {
        var all = new ArrayList<>(Words.of(analyzer, words));
        return all.subList(0, Math.min(all.size(), MOST_EXACT));
    }
}

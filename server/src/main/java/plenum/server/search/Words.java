package plenum.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How Vietnamese becomes words of the index: a word is a syllable. FOLDED knows neither marks nor case, đ is d; EXACT
 * keeps the marks. Since most syllables stand on most pages, two side by side are a word of the index too: PAIRS of
 * folded ones, EXACT_PAIRS beside the single exact ones. STARTS has the first letters of each. Text must be in NFC.
 */
final class Words {
    /** Raise it when words are made in another way: the index is then made anew. */
    static final int VERSION = 2;

    /** Longest start in STARTS; longer ones begin few words. */
    static final int LONGEST_START = 4;

    static final int SHORTEST_START = 2;

    static final Analyzer FOLDED = analyzer(ASCIIFoldingFilter::new);
    static final Analyzer EXACT = analyzer(exact -> exact);
    static final Analyzer PAIRS = analyzer(exact -> pairs(new ASCIIFoldingFilter(exact), false));
    static final Analyzer EXACT_PAIRS = analyzer(exact -> pairs(exact, true));
    static final Analyzer STARTS = analyzer(
            exact -> new EdgeNGramTokenFilter(new ASCIIFoldingFilter(exact), SHORTEST_START, LONGEST_START, false));

    private Words() {}

    private static Analyzer analyzer(UnaryOperator<TokenStream> further) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokens = new StandardTokenizer();
                return new TokenStreamComponents(tokens, further.apply(new LowerCaseFilter(tokens)));
            }
        };
    }

    private static TokenStream pairs(TokenStream words, boolean single) {
        var pairs = new ShingleFilter(words, 2);
        pairs.setOutputUnigrams(single);
        return pairs;
    }

    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static List<String> of(Analyzer analyzer, String text) {
        var words = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("", composed(text))) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return words;
    }

    /** A document's number and symbol as one word: {@code 125/ttr-ubnd}. */
    static String number(String number) {
        var folded = Normalizer.normalize(number, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'd');
        return folded.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", "");
    }
}

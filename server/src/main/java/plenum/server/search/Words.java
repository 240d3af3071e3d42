package plenum.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How Vietnamese becomes words of the index: a word is a syllable. FOLDED knows neither marks nor case, đ is d; EXACT
 * keeps the marks. Text must be in NFC.
 */
final class Words {
    /** Raise it when words are made in another way: the index is then made anew. */
    static final int VERSION = 1;

    static final Analyzer FOLDED = analyzer(true);
    static final Analyzer EXACT = analyzer(false);

    private Words() {}

    private static Analyzer analyzer(boolean folding) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var tokens = new StandardTokenizer();
                var lower = new LowerCaseFilter(tokens);
                return new TokenStreamComponents(tokens, folding ? new ASCIIFoldingFilter(lower) : lower);
            }
        };
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

package plenum.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Text that is shaped like Vietnamese: words of one to four syllables, the common ones on almost every page, and what
 * people type: words of a page, often with the last syllable unfinished, every third time without marks.
 */
final class InventedWords {
    private static final int LEXICON = 4_000;
    private static final String[] ONSETS = "b c ch d đ g gi h k kh l m n nh ph qu r s t th tr v x".split(" ");
    private static final String[] RHYMES =
            "a à ả á ạ an ang anh ao âu ất ật ây ăn ăng ê ế ền ệnh i ì ích iên iện o ó ong ông ộng ơ ớ u ự ướ ương ường uyết uyên y"
                    .split(" ");

    private final Random random;
    private final List<String> lexicon = new ArrayList<>();

    InventedWords(long seed) {
        random = new Random(seed);
        for (var word = 0; word < LEXICON; word++) {
            var syllables = new ArrayList<String>();
            for (var count = 1 + random.nextInt(4); count > 0; count--) {
                syllables.add(syllable());
            }
            lexicon.add(String.join(" ", syllables));
        }
    }

    /** The product of two numbers makes the first ones common, as in a language. */
    private String syllable() {
        var onset = ONSETS[(int) (ONSETS.length * random.nextDouble() * random.nextDouble())];
        return onset + RHYMES[(int) (RHYMES.length * random.nextDouble() * random.nextDouble())];
    }

    /** Zipf: the n-th word is n times rarer than the first. */
    private String word() {
        return lexicon.get((int) (Math.pow(LEXICON, random.nextDouble()) - 1));
    }

    List<String> pages(int count, int syllables) {
        var pages = new ArrayList<String>();
        for (var page = 0; page < count; page++) {
            pages.add(page(syllables));
        }
        return pages;
    }

    String page(int syllables) {
        var text = new StringBuilder();
        for (var written = 0; written < syllables; ) {
            var word = word();
            written += word.split(" ").length;
            text.append(word).append(random.nextInt(12) == 0 ? ".\n" : " ");
        }
        return text.toString();
    }

    /** What people look for: one to four words, as likely common as rare. */
    List<String> typed(int queries) {
        var typed = new ArrayList<String>();
        for (var query = 0; query < queries; query++) {
            var words = new StringBuilder(word());
            for (var more = random.nextInt(4); more > 0; more--) {
                words.append(' ').append(word());
            }
            var cut = words.substring(0, Math.max(2, words.length() - random.nextInt(4)));
            typed.add(random.nextInt(3) > 0 ? cut : String.join(" ", Words.of(Words.FOLDED, cut)));
        }
        return typed;
    }
}

package plenum.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Sha256;

/**
 * Many papers in the index, asked one query after another: {@code -Dplenum.search.papers=2000}. Words are syllables of
 * Vietnamese with a natural spread, so that common ones stand on most pages.
 */
@EnabledIfSystemProperty(named = "plenum.search.papers", matches = "\\d+")
final class SearchBenchmark {
    private static final int PAGES = 50;
    private static final int WORDS_A_PAGE = 300;
    private static final int QUERIES = 2_000;
    private static final String[] ONSETS = "b c ch d đ g gi h k kh l m n nh ph qu r s t th tr v x".split(" ");
    private static final String[] RHYMES =
            "a à ả á ạ an ang anh ao âu ất ật ây ăn ăng ê ế ền ệnh i ì ích iên iện o ó ong ông ộng ơ ớ u ự ướ ương ường uyết uyên y"
                    .split(" ");

    @TempDir
    Path directory;

    private final Random random = new Random(7);

    @Test
    void aSearchAmongAllPapersIsQuick() throws IOException {
        var papers = Integer.getInteger("plenum.search.papers");
        try (var index = PaperIndex.open(directory)) {
            var start = System.nanoTime();
            for (var paper = 0; paper < papers; paper++) {
                index.put(paper(paper), "print", pages());
            }
            index.commit();
            var built = (System.nanoTime() - start) / 1_000_000_000.0;
            var times = new long[QUERIES];
            for (var warm = 0; warm < 200; warm++) {
                assertThat(ask(index)).isNotNegative();
            }
            for (var query = 0; query < QUERIES; query++) {
                var from = System.nanoTime();
                assertThat(ask(index)).isNotNegative();
                times[query] = System.nanoTime() - from;
            }
            Arrays.sort(times);
            var p99 = times[QUERIES * 99 / 100] / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "%d papers x %d pages: built in %.0f s, index %d MB, search p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                    papers,
                    PAGES,
                    built,
                    size() >> 20,
                    times[QUERIES / 2] / 1e6,
                    p99,
                    times[QUERIES - 1] / 1e6);
            assertThat(p99).isLessThanOrEqualTo(50);
        }
    }

    private int ask(PaperIndex index) throws IOException {
        var words = new ArrayList<String>();
        for (var count = 1 + random.nextInt(5); count > 0; count--) {
            words.add(syllable());
        }
        var wish = new SearchWish(
                String.join(" ", words), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 20);
        var searcher = index.searchers().acquire();
        try {
            return new IndexSearch(searcher, wish, Set.of("hdnd-11/DELEGATE", "hdnd-11/person/d1"))
                    .papers(0, 21)
                    .size();
        } finally {
            index.searchers().release(searcher);
        }
    }

    private IndexedPaper paper(int number) {
        return new IndexedPaper(
                new PaperKey(new SessionId("ky-hop-" + number / 40), new PaperId("p" + number)),
                new ItemId("i" + number % 40),
                new PaperFacts("Tờ trình về " + page(8), PaperKind.SUBMISSION, number + "/TTr-UBND"),
                2020 + number % 7,
                Set.of("hdnd-11/CONTROL", number % 10 == 0 ? "hdnd-11/person/d1" : "hdnd-11/DELEGATE"),
                Sha256.of(new byte[] {(byte) number, (byte) (number >> 8)}));
    }

    private List<String> pages() {
        var pages = new ArrayList<String>();
        for (var page = 0; page < PAGES; page++) {
            pages.add(page(WORDS_A_PAGE));
        }
        return pages;
    }

    private String page(int words) {
        var text = new StringBuilder();
        for (var word = 0; word < words; word++) {
            text.append(syllable()).append(word % 12 == 11 ? ".\n" : " ");
        }
        return text.toString();
    }

    /** The product of two numbers makes the first ones common, as in a language. */
    private String syllable() {
        var onset = ONSETS[(int) (ONSETS.length * random.nextDouble() * random.nextDouble())];
        return onset + RHYMES[(int) (RHYMES.length * random.nextDouble() * random.nextDouble())];
    }

    private long size() throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

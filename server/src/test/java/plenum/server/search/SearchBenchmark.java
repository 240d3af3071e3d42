package plenum.server.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * Many papers in one index, asked one query after another on one thread: {@code deploy/search-load}. Prints the times
 * of whole searches, permission and snippets included, beside the least that Lucene can do: one query for one word.
 */
public final class SearchBenchmark {
    private static final int PAGES = 50;
    private static final int WORDS_A_PAGE = 300;
    private static final int QUERIES = 2_000;
    private static final int SHOWN = 20;
    private static final Set<String> PERSON = Set.of("hdnd-11/DELEGATE", "hdnd-11/person/d1");

    private final PaperIndex index;
    private final InventedWords words = new InventedWords(7);

    private SearchBenchmark(PaperIndex index) {
        this.index = index;
    }

    /** @param arguments how many papers; a directory that is kept for the next run, or none */
    public static void main(String[] arguments) throws IOException {
        var papers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        var kept = arguments.length > 1;
        var directory = kept ? Path.of(arguments[1]) : Files.createTempDirectory("plenum-search");
        try (var index = PaperIndex.open(directory)) {
            var benchmark = new SearchBenchmark(index);
            if (index.prints().size() != papers) {
                benchmark.build(papers);
            }
            System.out.printf("%d papers x %d pages, index %d MB%n", papers, PAGES, size(directory) >> 20);
            benchmark.measure();
        } finally {
            if (!kept) {
                PaperIndex.wipe(directory);
                Files.delete(directory);
            }
        }
    }

    private void build(int papers) throws IOException {
        var start = System.nanoTime();
        for (var paper = 0; paper < papers; paper++) {
            index.put(InventedPapers.paper(paper, words), "print", words.pages(PAGES, WORDS_A_PAGE));
        }
        index.commit();
        System.out.printf(Locale.ROOT, "built in %.0f s%n", (System.nanoTime() - start) / 1e9);
    }

    private void measure() throws IOException {
        var typed = words.typed(QUERIES);
        run("warm up", typed, this::search);
        run("search", typed, this::search);
        run("one word, bare Lucene", typed, this::bare);
    }

    private interface Asked {
        int ask(IndexSearcher searcher, String typed) throws IOException;
    }

    private void run(String name, List<String> typed, Asked asked) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new long[typed.size()];
        var cpu = new long[typed.size()];
        var found = 0;
        for (var query = 0; query < times.length; query++) {
            var from = System.nanoTime();
            var before = threads.getCurrentThreadCpuTime();
            found += ask(asked, typed.get(query));
            cpu[query] = threads.getCurrentThreadCpuTime() - before;
            times[query] = System.nanoTime() - from;
        }
        System.out.printf(Locale.ROOT, "%-22s %s, %.1f papers each%n", name, spread(times), found / (double) QUERIES);
        System.out.printf(
                Locale.ROOT,
                "%22s %s, mean %.2f%n",
                "CPU",
                spread(cpu),
                Arrays.stream(cpu).sum() / 1e6 / cpu.length);
    }

    private static String spread(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %6.1f  p90 %6.1f  p99 %6.1f  most %6.1f ms",
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private int ask(Asked asked, String typed) throws IOException {
        var searcher = index.searchers().acquire();
        try {
            return asked.ask(searcher, typed);
        } finally {
            index.searchers().release(searcher);
        }
    }

    private int search(IndexSearcher searcher, String typed) throws IOException {
        var wish = new SearchWish(typed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), SHOWN);
        var search = new IndexSearch(searcher, wish, PERSON);
        return search.found(search.best(SHOWN + 1)).size();
    }

    private int bare(IndexSearcher searcher, String typed) throws IOException {
        var word = Words.of(Words.FOLDED, typed).getFirst();
        return searcher.search(new TermQuery(new Term(Fields.TEXT, word)), SHOWN + 1).scoreDocs.length;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    private static long size(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

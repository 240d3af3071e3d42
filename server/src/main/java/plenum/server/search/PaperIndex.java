package plenum.server.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of all papers on the disk. Holds nothing that the store has not: it may be deleted at any time and is made
 * again. One thread writes, any may search.
 */
final class PaperIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PaperIndex.class);
    /** Lucene asks for an incubator module, which warns itself at each start; kept here, or the level is forgotten. */
    private static final java.util.logging.Logger VECTORS =
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    private static final double BUFFER_MEGABYTES = 32;
    private static final int MOST_PAPERS = 1_000_000;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private PaperIndex(Directory directory) throws IOException {
        this.directory = directory;
        var analyzers = Map.of(
                Fields.TITLE_EXACT, Words.EXACT,
                Fields.TEXT_EXACT, Words.EXACT_PAIRS,
                Fields.TEXT_PAIRS, Words.PAIRS,
                Fields.TEXT_STARTS, Words.STARTS);
        var config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(Words.FOLDED, analyzers))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(true);
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, null);
    }

    /** One that is damaged or of another version is thrown away and begun anew. */
    static PaperIndex open(Path path) throws IOException {
        Files.createDirectories(path);
        try {
            return opened(path);
        } catch (LockObtainFailedException taken) {
            throw taken;
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("the search index is unreadable and made anew", damaged);
            wipe(path);
            return opened(path);
        }
    }

    private static PaperIndex opened(Path path) throws IOException {
        var directory = FSDirectory.open(path);
        try {
            var index = new PaperIndex(directory);
            var unused = index.prints(); // reads a bit of each segment
            return index;
        } catch (IOException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    static void wipe(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var files = Files.walk(path)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(path);
    }

    /** Of each paper in the index, what {@link IndexedPaper#print} said when it was written. */
    Map<PaperKey, String> prints() throws IOException {
        var searcher = searchers.acquire();
        try {
            var prints = new HashMap<PaperKey, String>();
            var stored = searcher.storedFields();
            var covers = searcher.search(new TermQuery(new Term(Fields.PAGE, "0")), MOST_PAPERS);
            for (var cover : covers.scoreDocs) {
                var document = stored.document(cover.doc);
                prints.put(PaperKey.read(document.get(Fields.KEY)), document.get(Fields.PRINT));
            }
            return prints;
        } finally {
            searchers.release(searcher);
        }
    }

    /** @param pages words of each page, the first first */
    void put(IndexedPaper paper, String print, List<String> pages) throws IOException {
        var documents = new ArrayList<>(List.of(PageDocument.cover(paper, print)));
        for (var page = 1; page <= pages.size(); page++) {
            if (!pages.get(page - 1).isBlank()) {
                documents.add(PageDocument.page(paper, page, pages.get(page - 1)));
            }
        }
        var unused = writer.updateDocuments(term(paper.key()), documents);
    }

    void remove(PaperKey key) throws IOException {
        var unused = writer.deleteDocuments(term(key));
    }

    /** What was written is found from now on, and found after a crash. */
    void commit() throws IOException {
        var unused = writer.commit();
        searchers.maybeRefreshBlocking();
    }

    SearcherManager searchers() {
        return searchers;
    }

    private static Term term(PaperKey key) {
        return new Term(Fields.KEY, key.toString());
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}

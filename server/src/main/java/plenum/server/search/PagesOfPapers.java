package plenum.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** All pages that have the words, by paper and best first; for a few papers. */
final class PagesOfPapers implements Collector {
    /** @param document number in the index */
    record Page(int document, int page, float score) {}

    private final Map<PaperKey, List<Page>> pages = new HashMap<>();

    private PagesOfPapers() {}

    static CollectorManager<PagesOfPapers, Map<PaperKey, List<Page>>> all() {
        return new CollectorManager<>() {
            @Override
            public PagesOfPapers newCollector() {
                return new PagesOfPapers();
            }

            @Override
            public Map<PaperKey, List<Page>> reduce(Collection<PagesOfPapers> parts) {
                var all = new HashMap<PaperKey, List<Page>>();
                parts.forEach(part -> all.putAll(part.pages)); // a paper is in one segment
                all.values()
                        .forEach(list -> list.sort(Comparator.comparingDouble(Page::score)
                                .reversed()
                                .thenComparingInt(Page::page)));
                return all;
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        var keys = DocValues.getSorted(context.reader(), Fields.KEY);
        var numbers = DocValues.getNumeric(context.reader(), Fields.PAGE);
        return new LeafCollector() {
            private @Nullable Scorable scorer;

            @Override
            public void setScorer(Scorable scorer) {
                this.scorer = scorer;
            }

            @Override
            public void collect(int document) throws IOException {
                var unused = keys.advanceExact(document) && numbers.advanceExact(document);
                var key = PaperKey.read(keys.lookupOrd(keys.ordValue()).utf8ToString());
                var score = Objects.requireNonNull(scorer).score();
                pages.computeIfAbsent(key, found -> new ArrayList<>())
                        .add(new Page(context.docBase + document, (int) numbers.longValue(), score));
            }
        };
    }
}

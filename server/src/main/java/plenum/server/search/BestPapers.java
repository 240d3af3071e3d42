package plenum.server.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * The papers with the best pages. A paper's pages follow each other in the index, so each paper is counted once by its
 * best page, and pages that cannot be among the best are not looked at.
 */
final class BestPapers implements Collector {
    record Ranked(PaperKey key, float score) {}

    private final int most;
    private final PriorityQueue<Ranked> best = new PriorityQueue<>(Comparator.comparingDouble(Ranked::score));

    private BestPapers(int most) {
        this.most = most;
    }

    /** The score of each. */
    static CollectorManager<BestPapers, Map<PaperKey, Float>> most(int most) {
        return new CollectorManager<>() {
            @Override
            public BestPapers newCollector() {
                return new BestPapers(most);
            }

            @Override
            public Map<PaperKey, Float> reduce(Collection<BestPapers> all) {
                return all.stream()
                        .flatMap(one -> one.best.stream())
                        .collect(Collectors.toMap(Ranked::key, Ranked::score, Math::max));
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(DocValues.getSorted(context.reader(), Fields.KEY));
    }

    /** Pages with a lower score need not be shown to us. */
    private float competitive() {
        return best.size() < most ? 0 : Math.nextUp(best.peek().score());
    }

    private void add(Ranked paper) {
        if (best.size() < most) {
            best.add(paper);
        } else if (best.peek().score() < paper.score()) {
            var unused = best.poll();
            best.add(paper);
        }
    }

    private final class Leaf implements LeafCollector {
        private final SortedDocValues keys;
        private @Nullable Scorable pages;
        private int current = -1;
        private float score;

        Leaf(SortedDocValues keys) {
            this.keys = keys;
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            pages = scorer;
            scorer.setMinCompetitiveScore(competitive());
        }

        @Override
        public void collect(int document) throws IOException {
            var page = Objects.requireNonNull(pages).score();
            var unused = keys.advanceExact(document);
            var paper = keys.ordValue();
            if (paper == current) {
                score = Math.max(score, page);
            } else {
                finish();
                current = paper;
                score = page;
            }
        }

        @Override
        public void finish() throws IOException {
            if (current >= 0 && (best.size() < most || score > best.peek().score())) {
                add(new Ranked(PaperKey.read(keys.lookupOrd(current).utf8ToString()), score));
                Objects.requireNonNull(pages).setMinCompetitiveScore(competitive());
            }
            current = -1;
        }
    }
}

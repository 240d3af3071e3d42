package plenum.server.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plenum.server.documents.PaperDesk;
import plenum.server.hall.Committed;
import plenum.server.hall.Lanes;
import plenum.server.kernel.Actor;
import plenum.server.kernel.SessionId;
import plenum.server.renditions.Renditions;
import plenum.server.search.SearchPage.PaperLine;
import plenum.server.search.SearchPage.Result;

/**
 * Finds papers by their words. The index leaves out what the person may not see, and the desk of papers is asked again
 * for each paper before it is shown, since the index is a moment behind. Blocking.
 */
public final class SearchDesk implements Consumer<Committed>, AutoCloseable {
    /** Papers that the index shows and the desk of papers refuses; more of them end a search early. */
    private static final int MOST_REFUSED = 200;

    private final PaperIndex index;
    private final IndexKeeper keeper;
    private final Lanes lanes;
    private final PaperDesk papers;

    /**
     * Opens the index and brings it up to date in the background.
     *
     * @param directory made when missing
     * @param anew true throws away what is there
     * @param sessions all that are in the store
     */
    public SearchDesk(
            Path directory,
            boolean anew,
            Lanes lanes,
            PaperDesk papers,
            Renditions renditions,
            Supplier<Collection<SessionId>> sessions)
            throws IOException {
        if (anew) {
            PaperIndex.wipe(directory);
        }
        this.index = PaperIndex.open(directory);
        this.keeper = new IndexKeeper(index, lanes, renditions, sessions);
        this.lanes = lanes;
        this.papers = papers;
        renditions.onMade(keeper::made);
    }

    /** Compares the index with all sessions, in the background. */
    public void catchUp() {
        keeper.followAll();
    }

    @Override
    public void accept(Committed committed) {
        keeper.accept(committed);
    }

    SearchPage search(Actor actor, SearchWish wish) throws IOException {
        var seenBy = Visibility.of(actor);
        if (seenBy.isEmpty() || !WordQuery.says(wish.words())) {
            return new SearchPage(List.of(), false, keeper.complete());
        }
        var searcher = index.searchers().acquire();
        try {
            var shown = shown(actor, new IndexSearch(searcher, wish, seenBy), wish.limit() + 1);
            var more = shown.size() > wish.limit();
            return new SearchPage(more ? shown.subList(0, wish.limit()) : shown, more, keeper.complete());
        } finally {
            index.searchers().release(searcher);
        }
    }

    /** Asked for more only where the desk of papers refused some of the best. */
    private List<Result> shown(Actor actor, IndexSearch search, int wanted) throws IOException {
        var best = search.best(wanted);
        var open = open(actor, best);
        if (open.size() < best.size() && best.size() == wanted) {
            open = open(actor, search.best(wanted + MOST_REFUSED));
        }
        return search.found(open.subList(0, Math.min(open.size(), wanted))).stream()
                .flatMap(found -> result(found).stream())
                .toList();
    }

    private List<PaperKey> open(Actor actor, List<PaperKey> keys) {
        return keys.stream()
                .filter(key -> papers.mayOpen(actor, key.session(), key.paper()))
                .toList();
    }

    private Optional<Result> result(Found found) {
        var key = found.key();
        var hall = lanes.lane(key.session()).hall();
        return hall.agenda().items().holding(key.paper()).map(item -> {
            var paper = hall.agenda().items().find(key.paper()).orElseThrow();
            return new Result(
                    key.session(),
                    hall.sittings().title(),
                    item.itemId(),
                    item.facts().title(),
                    PaperLine.of(paper),
                    found.pages(),
                    found.hits());
        });
    }

    @Override
    public void close() throws Exception {
        keeper.close();
        index.close();
    }
}

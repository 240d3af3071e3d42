package plenum.server.documents;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plenum.server.hall.Committed;
import plenum.server.hall.Hall;
import plenum.server.platform.Sha256;
import plenum.server.renditions.Renditions;

/** Has renditions made of each paper that comes into a session, and of all that were there before. */
public final class RenditionWatch implements Consumer<Committed> {
    private final Renditions renditions;

    public RenditionWatch(Renditions renditions) {
        this.renditions = renditions;
    }

    /** Papers that were uploaded when there were no renditions, or just before the server was stopped. */
    public void catchUp(PaperStore papers) {
        papers.originals().forEach(renditions::wantSometime);
    }

    @Override
    public void accept(Committed committed) {
        if (committed.before().agenda().items() != committed.after().agenda().items()) {
            var before = originals(committed.before());
            originals(committed.after()).stream()
                    .filter(original -> !before.contains(original))
                    .forEach(original -> renditions.want(new Sha256(original)));
        }
    }

    private static Set<String> originals(Hall hall) {
        return hall.agenda().items().all().stream()
                .flatMap(item -> item.papers().stream())
                .map(paper -> paper.file().sha256())
                .collect(Collectors.toSet());
    }
}

package plenum.server.joined;

import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.Incoming;

/** Fetches the papers that sessions above name, one after the other and in parts; a cut costs the last part. */
final class PaperFetch {
    private static final Logger LOG = LoggerFactory.getLogger(PaperFetch.class);

    private final SessionsAbove sessions;
    private final Consumer<Says.Up> line;
    /** Not to be had now. */
    private final Set<String> refused = new HashSet<>();

    private @Nullable Begun begun;
    private boolean waiting;

    private record Begun(SharedSession.Paper paper, Incoming incoming) {}

    PaperFetch(SessionsAbove sessions, Consumer<Says.Up> line) {
        this.sessions = sessions;
        this.line = line;
    }

    /** On a new line. */
    void again() throws IOException {
        refused.clear();
        waiting = false;
        next();
    }

    /** Goes on, unless a part is on its way. */
    void next() throws IOException {
        if (waiting) return;
        var one = begun;
        if (one != null && !named(one.paper())) {
            one.incoming().close();
            one = null;
        }
        if (one == null) {
            var missing = missing();
            if (missing.isEmpty()) {
                begun = null;
                return;
            }
            one = new Begun(missing.get(), sessions.papers().receive());
        }
        begun = one;
        waiting = true;
        line.accept(new Says.Ask(one.paper().sha256(), one.incoming().bytes()));
    }

    private boolean named(SharedSession.Paper paper) {
        return sessions.all().stream()
                .flatMap(kept -> kept.session().papers())
                .anyMatch(one -> one.sha256().equals(paper.sha256()));
    }

    private Optional<SharedSession.Paper> missing() {
        return sessions.all().stream()
                .flatMap(kept -> kept.session().papers())
                .filter(paper -> !refused.contains(paper.sha256()))
                .filter(paper -> sessions.bytes(paper).isEmpty())
                .findFirst();
    }

    void part(Says.Part part) throws IOException {
        var one = begun;
        waiting = false;
        if (one != null
                && one.paper().sha256().equals(part.sha256())
                && one.incoming().bytes() == part.from()) {
            one.incoming().write(Base64.getDecoder().decode(part.bytes()));
            if (one.incoming().bytes() >= one.paper().bytes()) keep(one);
        }
        next();
    }

    private void keep(Begun one) throws IOException {
        begun = null;
        try (var incoming = one.incoming()) {
            if (incoming.sha256().hex().equals(one.paper().sha256())) {
                var unused = incoming.keep();
            } else {
                LOG.warn("paper {} came damaged", one.paper().paperId());
                refused.add(one.paper().sha256());
            }
        }
    }

    void refused(String sha256) throws IOException {
        waiting = false;
        refused.add(sha256);
        var one = begun;
        if (one != null && one.paper().sha256().equals(sha256)) {
            one.incoming().close();
            begun = null;
        }
        next();
    }

    void close() throws IOException {
        if (begun != null) begun.incoming().close();
    }
}

package plenum.server.renditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.BlobStore;
import plenum.server.platform.Json;
import plenum.server.platform.Sha256;

/**
 * Makes renditions in the background, one at a time, and gives them out. Nothing waits for them: a paper is read as it
 * was uploaded until its rendition is there. Thread-safe; calls block but {@link #want}.
 */
public final class Renditions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Renditions.class);
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final int MOST_REMEMBERED = 10_000;

    private final RenditionStore store;
    private final BlobStore blobs;
    private final RenditionMaker maker;
    private final LinkedBlockingDeque<Sha256> waiting = new LinkedBlockingDeque<>();
    private final LinkedBlockingDeque<Sha256> unfinished = new LinkedBlockingDeque<>();
    private final Set<Sha256> retried = ConcurrentHashMap.newKeySet();
    private final Set<Sha256> known = ConcurrentHashMap.newKeySet();
    private final Map<Sha256, Rendition> recent = new ConcurrentHashMap<>();
    private final List<Consumer<Sha256>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Duration idle;
    private final Thread worker;
    private volatile boolean closed;

    public Renditions(RenditionStore store, BlobStore blobs) {
        this(store, blobs, new RenditionMaker(blobs), IDLE);
    }

    /** @param idle after which it lets go of its child, and tries again what is unfinished */
    Renditions(RenditionStore store, BlobStore blobs, RenditionMaker maker, Duration idle) {
        this.idle = idle;
        this.store = store;
        this.blobs = blobs;
        this.maker = maker;
        this.worker = Thread.ofPlatform().name("renditions").daemon().start(this::work);
    }

    /** Calls the listener on the worker's thread after each rendition that was made. */
    public void onMade(Consumer<Sha256> listener) {
        listeners.add(listener);
    }

    /** Has the rendition made unless it is there; asked before those that wait already. Returns at once. */
    public void want(Sha256 original) {
        if (known.add(original)) {
            pending.incrementAndGet();
            waiting.addFirst(original);
        }
    }

    /** The same, after all others. */
    public void wantSometime(Sha256 original) {
        if (known.add(original)) {
            pending.incrementAndGet();
            waiting.addLast(original);
        }
    }

    /** Whether any is being made or waits for it. */
    public boolean busy() {
        return pending.get() > 0;
    }

    public Optional<Rendition> find(Sha256 original) {
        var before = recent.get(original);
        if (before != null) {
            return Optional.of(before);
        }
        var found = store.find(original);
        found.ifPresent(this::remember);
        return found;
    }

    /** Its record and parts are gone; when the bytes have come again meanwhile, they are made again. */
    public void forget(Sha256 original) {
        known.remove(original);
        recent.remove(original);
        if (blobs.find(original).isPresent()) {
            wantSometime(original);
        }
    }

    private void remember(Rendition made) {
        if (recent.size() >= MOST_REMEMBERED) {
            recent.clear();
        }
        recent.put(new Sha256(made.sha256()), made);
    }

    /** What is read instead of the original, when there is something. */
    public Optional<Copy> copy(Sha256 original) {
        return find(original)
                .flatMap(made -> Optional.ofNullable(made.copy()))
                .flatMap(part -> blobs.find(part.name()).map(file -> new Copy(file, part.bytes(), part.name())));
    }

    /** A reading copy that can be sent. */
    public record Copy(Path file, long bytes, Sha256 sha256) {}

    public Optional<PageFacts> facts(Rendition made) throws IOException {
        var file = Optional.ofNullable(made.facts()).flatMap(part -> blobs.find(part.name()));
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.read(Files.readAllBytes(file.get()), PageFacts.class));
    }

    /** Text of the pages from one to the other, both counted from 1 and inclusive; fewer when there is no more. */
    public List<String> texts(Rendition made, int from, int to) throws IOException {
        var file = Optional.ofNullable(made.texts()).flatMap(part -> blobs.find(part.name()));
        if (file.isEmpty()) {
            return List.of();
        }
        try (var pages = TextOfPages.read(file.get())) {
            return pages.skip(from - 1L).limit(to - from + 1L).toList();
        }
    }

    /** A JPEG; empty when the page has none. */
    public Optional<byte[]> thumbnail(Rendition made, int page) throws IOException {
        var file = Optional.ofNullable(made.thumbnails()).flatMap(part -> blobs.find(part.name()));
        return file.isEmpty() ? Optional.empty() : Thumbnails.read(file.get(), page);
    }

    private void work() {
        while (!closed) {
            try {
                var next = waiting.pollFirst(idle.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    maker.rest();
                    again();
                } else {
                    make(next);
                    pending.decrementAndGet();
                }
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    /** Nothing else is to be done: one of those for which the time was too short is tried once more. */
    private void again() {
        var next = unfinished.pollFirst();
        if (next != null && known.remove(next)) {
            retried.add(next);
            wantSometime(next);
        }
    }

    /** A fault of the disk or the store is tried again when the paper is next opened. */
    private void make(Sha256 original) {
        try {
            var there = store.find(original).filter(made -> made.maker() == RenditionMaker.VERSION);
            var retry = retried.remove(original) && there.isPresent();
            if (there.isPresent() && !retry) {
                later(original, there.get());
            } else if (!closed) {
                var from = System.nanoTime();
                var made = retry ? maker.make(original, there.get()) : maker.make(original);
                if (closed) {
                    return;
                }
                store.put(made);
                later(original, made);
                remember(made);
                LOG.info("made the rendition of {} in {} ms", original, (System.nanoTime() - from) / 1_000_000);
                listeners.forEach(listener -> listener.accept(original));
            }
        } catch (IOException | RuntimeException fault) {
            known.remove(original);
            if (!closed) {
                LOG.warn("no rendition of {}", original, fault);
            }
        }
    }

    private void later(Sha256 original, Rendition made) {
        if (made.unfinished() != null && made.timesMade() < RenditionMaker.MOST_TRIES) {
            LOG.info("{} of {} are unfinished and tried again", made.unfinished(), original);
            unfinished.addLast(original);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        maker.close();
        worker.interrupt();
        worker.join(TimeUnit.SECONDS.toMillis(10));
    }
}

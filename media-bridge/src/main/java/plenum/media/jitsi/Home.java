package plenum.media.jitsi;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeException;

/** A Videobridge as a place for conferences: how well it is, how busy, and what we left behind there. Thread-safe. */
final class Home implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Home.class);

    /** A bridge that refuses is looked at again so many times as soon: it may be gone. */
    private static final int SOONER = 4;

    private final Videobridge bridge;
    private final String givenRegion;
    private final String above;
    private final Duration beat;
    private final Pulse pulse; // of the heart
    private final AtomicInteger meetings = new AtomicInteger();
    private final Set<String> leftBehind = ConcurrentHashMap.newKeySet(); // meeting ids
    private final Thread heart;
    private volatile boolean well;
    private volatile Load load = Load.UNKNOWN;

    /** @param changed hears of every change, on the heart's thread */
    Home(Videobridge bridge, JitsiSettings.Site site, JitsiSettings settings, BiConsumer<Home, Pulse.Change> changed) {
        this.bridge = bridge;
        this.givenRegion = site.region();
        this.above = site.above();
        this.beat = settings.beat();
        this.pulse = new Pulse(settings.misses());
        this.heart = Thread.ofVirtual().name("jitsi-" + site.name()).unstarted(() -> live(changed));
    }

    void start() {
        if (heart.getState() == Thread.State.NEW) heart.start();
    }

    Videobridge bridge() {
        return bridge;
    }

    String name() {
        return bridge.name();
    }

    boolean well() {
        return well;
    }

    Load load() {
        return load;
    }

    String region() {
        return givenRegion.isEmpty() ? load.region() : givenRegion;
    }

    /** The region of the bridges above it in the tree; empty: it stands at the top. */
    String above() {
        return above;
    }

    /** Its name for other bridges; empty: it makes no relays. */
    String relayId() {
        return load.relayId();
    }

    /** How many meetings of ours are there. */
    int meetings() {
        return meetings.get();
    }

    void meetingBegins() {
        var ignored = meetings.incrementAndGet();
    }

    void meetingEnds() {
        var ignored = meetings.decrementAndGet();
    }

    /** A conference that may live on there, unwanted: it is ended as soon as the bridge answers. */
    void leaveBehind(String meetingId) {
        leftBehind.add(meetingId);
    }

    private void live(BiConsumer<Home, Pulse.Change> changed) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var startNs = System.nanoTime();
                look(changed);
                var pauseNs = pulse.worried() ? beat.toNanos() / SOONER : beat.toNanos();
                Thread.sleep(Duration.ofNanos(Math.max(0, pauseNs - (System.nanoTime() - startNs))));
            }
        } catch (InterruptedException closed) {
            LOG.debug("no more looks at {}", name());
        }
    }

    private void look(BiConsumer<Home, Pulse.Change> changed) {
        var good = bridge.well(beat);
        if (good) learn();
        var change = pulse.beat(good);
        well = pulse.well();
        if (change == Pulse.Change.NONE || Thread.currentThread().isInterrupted()) return;
        if (good) LOG.info("bridge {} is well", name());
        else LOG.warn("bridge {} has failed", name());
        changed.accept(this, change);
    }

    private void learn() {
        try {
            load = Load.of(bridge.stats());
            leftBehind.forEach(this::tidy);
        } catch (BridgeException busy) {
            LOG.debug("bridge {} does not say how busy it is", name(), busy);
        }
    }

    private void tidy(String meetingId) {
        try {
            var ignored = bridge.modify(meetingId, Colibri.Modify.expiry());
        } catch (BridgeException failed) {
            if (failed.kind() == BridgeException.Kind.UNAVAILABLE) return;
        }
        leftBehind.remove(meetingId);
    }

    @Override
    public void close() {
        heart.interrupt();
    }
}

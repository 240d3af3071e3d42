package plenum.server.live;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.hall.Committed;
import plenum.server.hall.Hall;
import plenum.server.hall.HallViews;
import plenum.server.hall.SessionLane;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PersonId;

/**
 * Shows one running session to its sockets: takes commits from the lane, encodes each audience's view once on the
 * encoder's thread and hands the texts to the event loops. The first commit is shown at once; while more come, they are
 * merged until every loop has shown the state before. In a burst of messages the answers go first.
 */
final class FanOut {
    private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);
    private static final int BREATHS = 7; // encoding and broadcast may each take at most an eighth of a thread's time

    private final Supplier<SessionLane> lanes; // blocking
    private final ScheduledExecutorService encoder; // one thread
    private final InstantSource clock;
    private final long mergeNanos;
    private final Queue<Committed> commits = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean(); // a state is going to be shown, or is being shown
    private final Map<Loop, Seats> seats = new ConcurrentHashMap<>();
    private final Map<PersonId, Integer> present = new ConcurrentHashMap<>(); // sockets of each person
    private volatile SessionLane lane;
    private volatile @Nullable Showing showing;
    private volatile long askedMs;
    private volatile long restUntilNanos = System.nanoTime();

    /** To be registered for commits before anybody asks for a view: the lane's state is read after that. */
    FanOut(Supplier<SessionLane> lanes, ScheduledExecutorService encoder, InstantSource clock, LiveLimits limits) {
        this.lanes = lanes;
        this.lane = lanes.get();
        this.encoder = encoder;
        this.clock = clock;
        this.mergeNanos = limits.merge().toNanos();
    }

    SessionLane lane() {
        return lane;
    }

    /**
     * Takes the lane that runs now, when the one before has ended, and what it may have read from the journal. Blocks.
     */
    void renewLane() {
        var running = lanes.get();
        var before = lane;
        if (running == before) return;
        lane = running;
        committed(new Committed(running.session(), before.hall(), running.hall(), List.of()));
    }

    /** What is shown now, with the audience's view in it. May block: no event loop. */
    Showing showingTo(Audience audience) {
        var now = showing;
        return now != null && now.shows(audience)
                ? now
                : CompletableFuture.supplyAsync(() -> open(audience), encoder).join();
    }

    /** Shows what was merged first: whether the audience may know the session is decided on the newest state. */
    private Showing open(Audience audience) {
        publish(() -> {});
        var now = showing;
        var hall = now == null ? lane.hall() : now.hall();
        var views = new EnumMap<Audience, AudienceView>(Audience.class);
        if (now != null) views.putAll(now.views());
        views.computeIfAbsent(audience, first -> view(hall, first));
        var opened = new Showing(hall, views);
        showing = opened;
        return opened;
    }

    /** What is shown now; only after a view was opened. */
    Showing showing() {
        var now = showing;
        if (now == null) throw new IllegalStateException("nothing is shown yet");
        return now;
    }

    /** The socket's loop. From now on the socket gets every change of its view. */
    void join(LiveSocket socket) {
        seats.computeIfAbsent(socket.loop(), ignored -> new Seats()).add(socket);
        present.merge(socket.person(), 1, Integer::sum);
    }

    /** The socket's loop. */
    void leave(LiveSocket socket) {
        var mine = seats.get(socket.loop());
        if (mine != null) mine.remove(socket);
        present.computeIfPresent(socket.person(), (ignored, sockets) -> sockets == 1 ? null : sockets - 1);
    }

    boolean has(PersonId person) {
        return present.containsKey(person);
    }

    /** Somebody is about to join. */
    void asked() {
        askedMs = clock.millis();
    }

    /** Whether nobody is here and nobody asked since then. */
    boolean desertedSince(long ms) {
        return present.isEmpty() && askedMs < ms;
    }

    /** The lane's thread, in order. */
    void committed(Committed committed) {
        commits.add(committed);
        showLater();
    }

    private void showLater() {
        if (!due.compareAndSet(false, true)) return;
        var wait = restUntilNanos - System.nanoTime();
        var ignored = encoder.schedule(this::publishNow, Math.max(0, wait), TimeUnit.NANOSECONDS);
    }

    /** A state that cannot be made does not keep the next one back. */
    private void publishNow() {
        try {
            publish(this::shown);
        } catch (RuntimeException bug) {
            LOG.error("a state of {} was not shown", lane.session(), bug);
            shown();
        }
    }

    /** The last of the loops, when all have shown the state. */
    private void shown() {
        due.set(false);
        if (!commits.isEmpty()) showLater();
    }

    private void publish(Runnable shown) {
        var started = System.nanoTime();
        restUntilNanos = started + mergeNanos;
        var news = news();
        if (news.isEmpty()) {
            shown.run();
            return;
        }
        var next = advance(showing(), newest(news));
        showing = next; // before looking who is present: one who joins now sees it, one who joined before is told
        var mine = mine(next.hall(), news);
        restSince(started);
        broadcast(next, mine, shown);
        turnOut(next.hall(), news);
    }

    /** Commits that are not shown yet; none while nobody has asked for a view. */
    private List<Committed> news() {
        var now = showing;
        var news = new ArrayList<Committed>();
        for (var commit = commits.poll(); commit != null; commit = commits.poll()) {
            if (now != null && commit.after().seq() > now.hall().seq()) news.add(commit);
        }
        return news;
    }

    private static Hall newest(List<Committed> news) {
        return news.stream()
                .map(Committed::after)
                .max(Comparator.comparingLong(Hall::seq))
                .orElseThrow();
    }

    private Showing advance(Showing from, Hall to) {
        var views = new EnumMap<Audience, AudienceView>(Audience.class);
        from.views().forEach((audience, view) -> views.put(audience, advance(view, audience, from.hall(), to)));
        return new Showing(to, views);
    }

    private AudienceView advance(AudienceView view, Audience audience, Hall from, Hall to) {
        if (view.hidden()) return view(to, audience);
        var mayDiffer = HallViews.changed(from, to, audience);
        return view.next(to.seq(), clock.millis(), mayDiffer, name -> HallViews.part(to, audience, name));
    }

    private AudienceView view(Hall hall, Audience audience) {
        return AudienceView.first(hall.seq(), clock.millis(), HallViews.parts(hall, audience));
    }

    private Map<PersonId, byte[]> mine(Hall hall, List<Committed> news) {
        var mine = new HashMap<PersonId, byte[]>();
        for (var commit : news) {
            for (var person : HallViews.touched(commit)) {
                if (present.containsKey(person)) mine.computeIfAbsent(person, who -> me(hall, who));
            }
        }
        return mine;
    }

    static byte[] me(Hall hall, PersonId person) {
        return ServerFrames.mine(hall.seq(), HallViews.me(hall, person));
    }

    /** Who is no longer invited sees no more. */
    private void turnOut(Hall hall, List<Committed> news) {
        var gone = new HashSet<PersonId>();
        news.forEach(commit -> gone.addAll(HallViews.uninvited(commit.before(), commit.after())));
        if (gone.isEmpty()) return;
        seats.forEach((loop, sockets) -> loop.post(() -> sockets.recheck(gone, hall)));
    }

    private void broadcast(Showing next, Map<PersonId, byte[]> mine, Runnable shown) {
        var loops = Map.copyOf(seats);
        var left = new AtomicInteger(loops.size());
        if (loops.isEmpty()) shown.run();
        loops.forEach((loop, sockets) -> loop.postWhenCalm(() -> {
            var started = System.nanoTime();
            try {
                sockets.show(next, mine);
            } finally {
                restSince(started);
                if (left.decrementAndGet() == 0) shown.run();
            }
        }));
    }

    private void restSince(long startedNanos) {
        var ended = System.nanoTime();
        restUntilNanos = Math.max(restUntilNanos, ended + BREATHS * (ended - startedNanos));
    }
}

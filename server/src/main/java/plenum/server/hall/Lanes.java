package plenum.server.hall;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalBatch;
import plenum.server.journal.JournalEntry;
import plenum.server.journal.SequenceTaken;
import plenum.server.journal.Snapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.SessionId;
import plenum.server.sitting.SittingEvent.SessionPrepared;

/** The running lanes of this server, opened when first asked for. Thread-safe; calls block: virtual threads only. */
public final class Lanes implements AutoCloseable {
    private final Journal journal;
    private final Recovery recovery;
    private final InstantSource clock;
    private final List<Consumer<Committed>> subscribers;
    private final Policy policy;
    private final Map<SessionId, SessionLane> running = new ConcurrentHashMap<>();
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(64).toList();
    private volatile boolean closed;

    /** @param subscribers told of every durable change, on the lane's thread, in this order */
    public Lanes(Journal journal, Snapshots snapshots, InstantSource clock, List<Consumer<Committed>> subscribers) {
        this(journal, snapshots, clock, subscribers, Policy.NONE);
    }

    /** @param policy asked before each order is taken */
    public Lanes(
            Journal journal,
            Snapshots snapshots,
            InstantSource clock,
            List<Consumer<Committed>> subscribers,
            Policy policy) {
        this.policy = policy;
        this.journal = journal;
        this.recovery = new Recovery(journal, snapshots);
        this.clock = clock;
        this.subscribers = List.copyOf(subscribers);
    }

    /**
     * The running lane, recovered from snapshot and journal when not running.
     *
     * @throws plenum.server.kernel.Refusal hall:no-such-session when nothing is journalled
     * @throws plenum.server.journal.BrokenJournal when what is journalled is not what was written
     */
    public SessionLane lane(SessionId session) {
        return find(session).orElseThrow(() -> HallProblem.NO_SUCH_SESSION.refusal("session " + session));
    }

    /**
     * First entry of a new session. The same id again returns the running lane if the same person prepared it.
     *
     * @throws plenum.server.kernel.Refusal hall:session-exists when someone else has it
     */
    public SessionLane prepare(SessionId session, Actor by, SessionPrepared prepared) {
        try {
            journal.append(first(session, by, prepared));
        } catch (SequenceTaken exists) {
            var first = journal.read(session, 0, 1).getFirst();
            if (!first.by().equals(by.person())) {
                throw HallProblem.SESSION_EXISTS.refusal("session " + session);
            }
        }
        return lane(session);
    }

    private JournalBatch first(SessionId session, Actor by, SessionPrepared prepared) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entry = new JournalEntry(1, now, by.person(), by.rolesIn(prepared.bodyId()), Optional.empty(), prepared);
        return journal.codec().seal(session, List.of(entry), JournalBatch.START).getFirst();
    }

    private Optional<SessionLane> find(SessionId session) {
        var lane = alive(session);
        if (lane != null) {
            return Optional.of(lane);
        }
        var lock = locks.get(Math.floorMod(session.hashCode(), locks.size()));
        lock.lock();
        try {
            var other = alive(session);
            return other != null ? Optional.of(other) : open(session);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable SessionLane alive(SessionId session) {
        var lane = running.get(session);
        return lane == null || lane.closing() ? null : lane;
    }

    private Optional<SessionLane> open(SessionId session) {
        if (closed) {
            throw HallProblem.UNAVAILABLE.refusal("the server stops");
        }
        var opened = recovery.open(session)
                .map(start -> new SessionLane(start, journal, recovery, clock, subscribers, policy));
        opened.ifPresent(lane -> {
            running.put(session, lane);
            lane.open();
        });
        return opened;
    }

    /** Ends all lanes after what already waits. */
    @Override
    public void close() {
        closed = true;
        for (var lane : running.values()) {
            try {
                lane.close();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

package plenum.server.hall;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.agenda.AgendaCommand;
import plenum.server.hall.Drafting.Waiting;
import plenum.server.journal.BrokenJournal;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.SessionId;

/**
 * The one place where a running session changes. Orders wait in a bounded inbox; one virtual thread takes what waits,
 * decides it in order, appends all entries in one write, and only then lets anyone see them.
 */
public final class SessionLane {
    private static final Logger LOG = LoggerFactory.getLogger(SessionLane.class);

    /** Orders; twice the province's 2,000 delegates voting at once. */
    private static final int INBOX = 4_096;

    /** Orders per journal write. */
    private static final int BATCH = 1_024;

    private static final int ENTRIES_PER_SNAPSHOT = 500;

    /** Then a snapshot does not wait for a rest; what a start has to read again stays short. */
    private static final int ENTRIES_WITHOUT_SNAPSHOT = 5_000;

    /** Nobody has ordered anything for so long: a burst of ballots does not share its time with a snapshot. */
    private static final long REST_MILLISECONDS = 1_000;

    private static final long RELOAD_EVERY_MILLISECONDS = 1_000;

    /** While a window waits to open or close: the server's clock may be set. */
    private static final long LOOK_EVERY_MILLISECONDS = 1_000;

    private final SessionId session;
    private final Journal journal;
    private final Recovery recovery;
    private final InstantSource clock;
    private final List<Consumer<Committed>> subscribers;
    private final Policy policy;
    /** Empty: look whether the lane is closing. */
    private final BlockingQueue<Optional<Waiting>> inbox = new ArrayBlockingQueue<>(INBOX);

    private final Answers answers = new Answers();
    private final SecureRandom random = new SecureRandom();
    private final AtomicBoolean snapshotting = new AtomicBoolean();
    private final Thread thread;

    private volatile Durable durable;
    private volatile boolean closing;
    private volatile boolean ended;

    /** Lane thread only: the journal may hold more than {@link #durable}. */
    private boolean uncertain;

    private volatile long snapshotSeq;

    SessionLane(
            Durable start,
            Journal journal,
            Recovery recovery,
            InstantSource clock,
            List<Consumer<Committed>> subscribers,
            Policy policy) {
        this.policy = policy;
        this.session = start.hall().session();
        this.durable = start;
        this.snapshotSeq = start.hall().seq();
        this.journal = journal;
        this.recovery = recovery;
        this.clock = clock;
        this.subscribers = List.copyOf(subscribers);
        this.thread = Thread.ofVirtual().name("lane-" + session).unstarted(this::run);
    }

    /** What was due while the lane did not run is decided before anyone sees it. */
    void open() {
        decide(List.of());
        tell(new Committed(session, hall(), hall(), List.of()));
        thread.start();
    }

    public SessionId session() {
        return session;
    }

    /** The newest durable state; any thread. */
    public Hall hall() {
        return durable.hall();
    }

    /** The newest durable state with its journal's hash; any thread. */
    public Durable durable() {
        return durable;
    }

    /**
     * Any thread. Completes, on the lane's thread, when what it was decided on is durable; never fails. Do no work in
     * it.
     */
    public Future<Answer> submit(Order order) {
        var waiting = new Waiting(order, Promise.promise());
        var unfit = policy.unfit(hall(), order);
        if (unfit.isPresent()) {
            waiting.promise().complete(new Answer.Refused(unfit.get()));
        } else if (closing) {
            refuse(waiting, HallProblem.UNAVAILABLE, "the lane is closed");
        } else if (!inbox.offer(Optional.of(waiting))) {
            refuse(waiting, HallProblem.BUSY, "inbox full");
        } else if (ended) {
            refuseAllWaiting();
        }
        return waiting.promise().future();
    }

    boolean closing() {
        return closing;
    }

    /** Decides what already waits, writes a snapshot, ends. */
    void close() throws InterruptedException {
        closing = true;
        var unused = inbox.offer(Optional.empty());
        thread.join();
        keepSnapshot(durable);
    }

    private void run() {
        var batch = new ArrayList<Waiting>(BATCH);
        try {
            while (!closing || !inbox.isEmpty()) {
                takeWaiting(batch);
                turn(batch);
                snapshotWhenDue(batch.isEmpty());
                batch.clear();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error broken) {
            batch.forEach(waiting -> refuse(waiting, HallProblem.UNAVAILABLE, "the lane stopped"));
            LOG.error("lane stopped: session={} seq={}", session, durable.hall().seq(), broken);
        } finally {
            closing = true;
            ended = true;
            refuseAllWaiting();
        }
    }

    private void takeWaiting(List<Waiting> batch) throws InterruptedException {
        var patience = patience();
        var first = patience.isPresent() ? inbox.poll(patience.getAsLong(), TimeUnit.MILLISECONDS) : inbox.take();
        if (first != null) {
            var taken = new ArrayList<Optional<Waiting>>(List.of(first));
            inbox.drainTo(taken, BATCH - 1);
            taken.forEach(one -> one.ifPresent(batch::add));
        }
    }

    /** Milliseconds after which there is something to do without an order; empty: never. */
    private OptionalLong patience() {
        if (uncertain) {
            return OptionalLong.of(RELOAD_EVERY_MILLISECONDS);
        }
        var now = clock.instant();
        var turn = hall().agenda().nextTurn(now).stream()
                .mapToLong(at -> Duration.between(now, at).toMillis() + 1)
                .map(wait -> Math.min(wait, LOOK_EVERY_MILLISECONDS));
        var rest = sinceSnapshot() >= ENTRIES_PER_SNAPSHOT ? LongStream.of(REST_MILLISECONDS) : LongStream.empty();
        return LongStream.concat(turn, rest).min();
    }

    private void turn(List<Waiting> batch) {
        if (uncertain && !reload()) {
            batch.forEach(waiting -> refuse(waiting, HallProblem.UNAVAILABLE, "the journal does not answer"));
        } else {
            decide(batch);
        }
    }

    /** What windows have turned comes first. */
    private void decide(List<Waiting> batch) {
        var all = new ArrayList<Waiting>(batch.size() + 1);
        if (hall().agenda().turnIsDue(now(hall()))) {
            all.add(turnOfWindows());
        }
        batch.stream().filter(this::permitted).forEach(all::add);
        if (!all.isEmpty()) {
            commit(all);
        }
    }

    /** Otherwise it is answered. */
    private boolean permitted(Waiting waiting) {
        var refused = policy.refuses(hall(), waiting.order().command());
        refused.ifPresent(problem -> waiting.promise().complete(new Answer.Refused(problem)));
        return refused.isEmpty();
    }

    private static Waiting turnOfWindows() {
        var command = new HallCommand.OfAgenda(new AgendaCommand.TurnWindows());
        var id = new CommandId(UUID.randomUUID().toString());
        return new Waiting(new Order(id, Actor.SYSTEM, command), Promise.promise());
    }

    private void commit(List<Waiting> batch) {
        var before = durable;
        var drafting = new Drafting(before.hall(), now(before.hall()), this::code, answers);
        batch.forEach(drafting::decide);
        var hash = append(before, drafting.entries());
        if (hash == null) {
            giveUp(batch);
            return;
        }
        publish(before, new Durable(drafting.hall(), hash), drafting.entries());
        drafting.complete();
    }

    /** The journal's hash after the entries; null when it is not known whether they are durable, or they are not. */
    private @Nullable String append(Durable before, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return before.journalHash();
        }
        var sealed = journal.codec().seal(session, entries, before.journalHash());
        try {
            sealed.forEach(journal::append);
            return sealed.getLast().hash();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "append failed: session={} first={}",
                    session,
                    entries.getFirst().seq(),
                    failed);
            return landed(sealed.getLast().last(), sealed.getLast().hash());
        }
    }

    private @Nullable String landed(long last, String hash) {
        try {
            var found = journal.batches(session, last - 1, 1);
            var same = !found.isEmpty() && found.getFirst().hash().equals(hash);
            return same ? hash : null;
        } catch (RuntimeException silent) {
            LOG.warn("journal does not answer: session={}", session, silent);
            return null;
        }
    }

    private void giveUp(List<Waiting> batch) {
        uncertain = true;
        var caughtUp = reload();
        for (var waiting : batch) {
            var order = waiting.order();
            var seq = hall().recent().seqOf(order.actor().person(), order.id());
            if (caughtUp && seq.isPresent()) {
                waiting.promise().tryComplete(new Answer.Done(seq.getAsLong()));
            } else {
                refuse(waiting, HallProblem.UNAVAILABLE, "not written");
            }
        }
    }

    private boolean reload() {
        try {
            var before = durable;
            var replayed = recovery.follow(before);
            uncertain = false;
            if (!replayed.entries().isEmpty()) {
                publish(before, replayed.durable(), replayed.entries());
            }
            return true;
        } catch (BrokenJournal broken) {
            throw broken;
        } catch (RuntimeException silent) {
            LOG.warn("journal does not answer: session={}", session, silent);
            return false;
        }
    }

    private void publish(Durable before, Durable after, List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        durable = after;
        tell(new Committed(session, before.hall(), after.hall(), entries));
    }

    private void tell(Committed committed) {
        for (var subscriber : subscribers) {
            try {
                subscriber.accept(committed);
            } catch (RuntimeException failed) {
                LOG.error(
                        "subscriber failed: session={} seq={}",
                        session,
                        committed.after().seq(),
                        failed);
            }
        }
    }

    private Instant now(Hall hall) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(hall.at()) ? hall.at() : now;
    }

    private String code() {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    private long sinceSnapshot() {
        return durable.hall().seq() - snapshotSeq;
    }

    private void snapshotWhenDue(boolean rested) {
        var state = durable;
        var due = rested ? ENTRIES_PER_SNAPSHOT : ENTRIES_WITHOUT_SNAPSHOT;
        if (sinceSnapshot() >= due && snapshotting.compareAndSet(false, true)) {
            var unused = Thread.ofVirtual().name("snapshot-" + session).start(() -> {
                keepSnapshot(state);
                snapshotting.set(false);
            });
        }
    }

    private void keepSnapshot(Durable state) {
        if (state.hall().seq() == snapshotSeq) {
            return;
        }
        try {
            recovery.keep(recovery.snapshot(state));
            snapshotSeq = state.hall().seq();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "snapshot not written: session={} seq={}",
                    session,
                    state.hall().seq(),
                    failed);
        }
    }

    private void refuseAllWaiting() {
        for (var waiting = inbox.poll(); waiting != null; waiting = inbox.poll()) {
            waiting.ifPresent(one -> refuse(one, HallProblem.UNAVAILABLE, "the lane is closed"));
        }
    }

    private static void refuse(Waiting waiting, HallProblem problem, String detail) {
        var unused = waiting.promise().tryComplete(new Answer.Refused(problem.because(detail)));
    }
}

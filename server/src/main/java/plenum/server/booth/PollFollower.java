package plenum.server.booth;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.ballots.Poll;
import plenum.server.hall.Committed;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.issuer.BoxOrders;
import plenum.server.issuer.IssuerKeys;
import plenum.server.kernel.PollId;
import plenum.server.kernel.SessionId;
import plenum.server.keys.KeyRing;
import plenum.server.platform.Mongo;
import plenum.server.secret.PollStatus;

/**
 * Drives the ballot box as the journals say, and goes on where it was after a restart. Thread-safe; never holds up a
 * lane.
 */
public final class PollFollower implements Consumer<Committed>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PollFollower.class);
    /** The number of ballots in the box is never told finer than this. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Lanes lanes;
    private final Optional<BoxOrders> box;
    private final IssuerKeys issuers;
    private final KeyRing ring;
    private final OpenPolls openPolls;
    private final Boards boards;
    private final Map<Key, PollWorker> workers = new ConcurrentHashMap<>();
    private final Set<SessionId> marked = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private record Key(SessionId session, PollId poll) {}

    /**
     * @param box absent: no secret electronic polls here
     * @param issuers in no backup
     */
    public PollFollower(Lanes lanes, Optional<BoxOrders> box, IssuerKeys issuers, KeyRing ring, Mongo mongo) {
        this.lanes = lanes;
        this.box = box;
        this.issuers = issuers;
        this.ring = ring;
        this.openPolls = new OpenPolls(mongo);
        this.boards = new Boards(mongo);
    }

    /** Takes up what the server before left. Blocks. */
    public void catchUp() {
        openPolls.sessions().forEach(session -> {
            var unused = marked.add(session);
            try {
                follow(lanes.lane(session).hall());
            } catch (RuntimeException unreadable) {
                LOG.error("its secret poll is not followed: session={}", session, unreadable);
            }
        });
    }

    @Override
    public void accept(Committed committed) {
        var hall = committed.after();
        if (committed.before().polls() != hall.polls()) {
            if (concerns(hall) && marked.add(committed.session())) openPolls.put(committed.session());
            follow(hall);
        }
    }

    private void follow(Hall hall) {
        hall.polls().polls().stream().filter(PollFollower::isOpen).forEach(poll -> wake(hall.session(), poll.pollId()));
    }

    private static boolean isOpen(Poll poll) {
        return !(Deed.next(poll) instanceof Deed.Over);
    }

    /** Also a draft: the mark has to be there when the ballots begin to be given out, whatever is killed then. */
    private static boolean concerns(Hall hall) {
        return hall.polls().polls().stream()
                .anyMatch(poll -> isOpen(poll) || (poll.onTablets() && poll.state() == Poll.State.DRAFT));
    }

    private void wake(SessionId session, PollId poll) {
        if (closed || box.isEmpty()) return;
        workers.computeIfAbsent(new Key(session, poll), key -> worker(key, box.get()))
                .wake();
    }

    private PollWorker worker(Key key, BoxOrders orders) {
        var deeds = new PollDeeds(key.session(), key.poll(), lanes, orders, issuers, ring, boards);
        return new PollWorker(key.poll(), deeds, LOOK, () -> over(key));
    }

    private void over(Key key) {
        workers.remove(key);
        if (!concerns(lanes.lane(key.session()).hall()) && marked.remove(key.session())) {
            openPolls.remove(key.session());
        }
    }

    /** What the box said when it was asked last, at most some seconds ago; empty when it did not answer. */
    Optional<PollStatus> seen(SessionId session, PollId poll) {
        return Optional.ofNullable(workers.get(new Key(session, poll))).flatMap(PollWorker::seen);
    }

    Boards boards() {
        return boards;
    }

    IssuerKeys issuers() {
        return issuers;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (var worker : workers.values()) worker.close();
    }
}

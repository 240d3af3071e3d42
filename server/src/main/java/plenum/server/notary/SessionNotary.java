package plenum.server.notary;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.checkpoint.Checkpoint;
import plenum.server.checkpoint.CheckpointCommand;
import plenum.server.hall.Answer;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.journal.Chain;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalBatch;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.SessionId;

/** The tree over one session's journal and its signing. Thread-safe. */
final class SessionNotary {
    private static final Logger LOG = LoggerFactory.getLogger(SessionNotary.class);
    private static final int PAGE = 100;

    private final SessionId session;
    private final Journal journal;
    private final Lanes lanes;
    private final NotaryKey key;
    private final ReentrantLock lock = new ReentrantLock();
    private final MerkleTree tree = new MerkleTree(); // guarded by lock
    private final Chain chain; // guarded by lock
    private final PollPlaces polls = new PollPlaces(); // guarded by lock
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long wanted;
    private volatile boolean closed;

    SessionNotary(SessionId session, Journal journal, Lanes lanes, NotaryKey key) {
        this.session = session;
        this.journal = journal;
        this.lanes = lanes;
        this.key = key;
        this.chain = new Chain(session, 0, JournalBatch.START);
    }

    boolean idle() {
        return !running.get();
    }

    void close() {
        closed = true;
    }

    /** A checkpoint that covers the line is to be signed. Any thread, returns at once. */
    void want(long seq) {
        wanted = seq;
        if (!closed && running.compareAndSet(false, true)) {
            var unused = Thread.ofVirtual().name("notary-" + session).start(this::run);
        }
    }

    private void run() {
        try {
            for (var signed = 0L; signed < wanted && !closed; Thread.sleep(Notary.REST)) {
                signed = signNow().size();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warn("no checkpoint: session={} wanted={}", session, wanted, failed);
            return; // the next line asks again
        } finally {
            running.set(false);
        }
        if (!closed && lanes.lane(session).hall().checkpoints().size() < wanted) {
            want(wanted);
        }
    }

    Checkpoint signNow() {
        lock.lock();
        try {
            follow();
            var newest = lanes.lane(session).hall().checkpoints().newest();
            return newest != null && tree.size() <= newest.size() + 1 ? newest : sign(newest);
        } finally {
            lock.unlock();
        }
    }

    private Checkpoint sign(@Nullable Checkpoint before) {
        var size = tree.size();
        var root = base64(tree.root(size));
        var signature = key.sign(Checkpoint.origin(session), Checkpoint.body(session, size, root));
        var from = before == null ? 0 : before.size();
        var next = new Checkpoint(size, root, key.text(), signature, from, proof(from, size));
        var command = new HallCommand.OfCheckpoint(new CheckpointCommand.Sign(next));
        var id = new CommandId(UUID.randomUUID().toString());
        return switch (lanes.lane(session)
                .submit(new Order(id, Actor.SYSTEM, command))
                .await()) {
            case Answer.Done unused -> next;
            case Answer.Refused refused -> throw new Refusal(refused.problem());
        };
    }

    Checkpoint since(long from) {
        lock.lock();
        try {
            follow();
            var newest = lanes.lane(session).hall().checkpoints().newest();
            if (newest == null || from > newest.size()) {
                throw NotaryProblem.NO_SUCH_CHECKPOINT.refusal("from " + from);
            }
            return new Checkpoint(
                    newest.size(), newest.root(), newest.key(), newest.signature(), from, proof(from, (int)
                            newest.size()));
        } finally {
            lock.unlock();
        }
    }

    private List<String> proof(long from, int size) {
        return from == 0 ? List.of() : base64(tree.consistency((int) from, size));
    }

    /** The poll's definition and the person's own taking of a ballot, as far as they are among the first lines. */
    List<ProvenLine> pollLines(PollId poll, PersonId person, long size) {
        lock.lock();
        try {
            follow();
            if (size > tree.size()) {
                throw NotaryProblem.NO_SUCH_CHECKPOINT.refusal("size " + size);
            }
            return polls.of(poll, person).stream()
                    .filter(seq -> seq <= size)
                    .map(seq -> proven(seq, (int) size))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private ProvenLine proven(long seq, int size) {
        var batch = journal.batches(session, seq - 1, 1).getFirst();
        var line = batch.leaves().get((int) (seq - batch.first()));
        return new ProvenLine(
                seq, new String(line, StandardCharsets.UTF_8), base64(tree.inclusion((int) seq - 1, size)));
    }

    /** Takes up what the journal holds beyond the tree. */
    private void follow() {
        for (var page = journal.batches(session, chain.seq(), PAGE);
                !page.isEmpty();
                page = journal.batches(session, chain.seq(), PAGE)) {
            for (var batch : page) {
                chain.follow(batch);
                batch.leaves().forEach(tree::add);
                polls.follow(batch, journal.codec());
            }
        }
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(SessionNotary::base64).toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

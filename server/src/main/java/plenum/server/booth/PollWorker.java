package plenum.server.booth;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollCommand;
import plenum.server.issuer.IssuerProblem;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Refusal;
import plenum.server.secret.PollStatus;

/** Follows one poll until its box holds nothing of it any more; one virtual thread. */
final class PollWorker {
    private static final Logger LOG = LoggerFactory.getLogger(PollWorker.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Somebody presses a button; one failure is not worth a line in the journal. */
    private static final int FAILURES_TO_TELL = 2;

    private final PollId id;
    private final PollDeeds deeds;
    private final Duration look;
    private final Runnable over;
    private final BlockingQueue<Boolean> wakes = new ArrayBlockingQueue<>(1);
    private final Thread thread;
    private volatile Optional<PollStatus> seen = Optional.empty();
    private volatile boolean closed;
    private int failures;

    /**
     * @param look how often the box is asked how it is
     * @param over told when nothing is left to do
     */
    PollWorker(PollId id, PollDeeds deeds, Duration look, Runnable over) {
        this.id = id;
        this.deeds = deeds;
        this.look = look;
        this.over = over;
        this.thread = Thread.ofVirtual().name("booth-" + id).start(this::run);
    }

    /** Something of the poll has changed; any thread, returns at once. */
    void wake() {
        var unused = wakes.offer(true);
    }

    /** What the box said when it was asked last; empty when it did not answer. */
    Optional<PollStatus> seen() {
        return seen;
    }

    void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (!closed && !(Deed.next(deeds.poll()) instanceof Deed.Over)) {
                var wait = turn();
                var unused = wakes.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (!closed) over.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            if (!closed) LOG.error("a secret poll is not followed any more: {}", id, broken);
        }
    }

    /** How long to wait then. */
    private Duration turn() {
        try {
            var poll = deeds.poll();
            var more = deeds.done(Deed.next(poll));
            if (!more) look(poll);
            failures = 0;
            return more ? Duration.ZERO : look;
        } catch (RuntimeException failed) {
            return closed ? Duration.ZERO : failed(failed);
        }
    }

    private void look(Poll poll) {
        var electronic = poll.electronic();
        if (electronic == null || electronic.phase() == BoxPhase.PREPARING) return;
        seen = Optional.of(deeds.status());
        if (electronic.trouble() != null) tell(null);
    }

    private Duration failed(RuntimeException failure) {
        failures++;
        seen = Optional.empty();
        LOG.warn("the ballot box does not follow: {} {}", id, failure.toString());
        if (failures >= FAILURES_TO_TELL) tell(code(failure));
        var wait = Duration.ofMillis(500L << Math.min(failures, 6));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private static String code(RuntimeException failure) {
        var code = failure instanceof Refusal refusal ? refusal.problem().code() : IssuerProblem.NO_BOX;
        return code.code();
    }

    private void tell(@Nullable String trouble) {
        try {
            var known = Optional.ofNullable(deeds.poll().electronic())
                    .map(Electronic::trouble)
                    .orElse(null);
            if (!Objects.equals(known, trouble)) deeds.note(new PollCommand.NoteTrouble(id, trouble));
        } catch (RuntimeException later) {
            LOG.warn("not noted: {}", id, later);
        }
    }
}

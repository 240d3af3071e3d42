package plenum.server.box;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.Mongo;
import plenum.server.secret.BoxKeys;
import plenum.server.secret.Definition;
import plenum.server.secret.Envelope;
import plenum.server.secret.Phase;
import plenum.server.secret.PollStatus;
import plenum.server.secret.Published;
import plenum.server.secret.Step;

/**
 * The ballot box: prepares a poll's keys, takes sealed ballots, moves on when two members of the poll's committee say
 * so, counts, and destroys what could ever link a ballot to its arrival. Every call may be repeated after a crash.
 * Blocks; thread-safe.
 */
public final class BallotBox {
    private static final Logger LOG = LoggerFactory.getLogger(BallotBox.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BoxStore store;
    private final Keystore keystore;
    private final Map<String, OpenPoll> open = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    BallotBox(BoxStore store, Keystore keystore) {
        this.store = store;
        this.keystore = keystore;
        store.polls().forEach(this::take);
    }

    /** @param keys directory of the keystore: not in the store, not in any backup */
    public static BallotBox open(Mongo mongo, Path keys) throws IOException {
        return new BallotBox(new MongoBoxStore(mongo), Keystore.open(keys));
    }

    /** A poll found at the start: one that is over has its keys destroyed, should that have been cut off. */
    private void take(PollRecord record) {
        if (record.phase().isOver()) destroy(record.poll());
        else
            keystore.get(record.poll())
                    .ifPresentOrElse(
                            keys -> open(record, keys),
                            () -> LOG.error("a poll has no keys any more: it can only be void"));
    }

    private void open(PollRecord record, PollKeys keys) {
        var poll = new OpenPoll(record, keys, store);
        open.put(record.poll(), poll);
        names.put(poll.definition().hash(), record.poll());
    }

    private void destroy(String poll) {
        open.remove(poll);
        names.values().remove(poll);
        keystore.destroy(poll);
        store.drop(poll);
    }

    // a poll's life --------------------------------------------------------------------------------------------

    /** Keys for a new poll; the same again until it is defined. */
    public synchronized BoxKeys prepare(String poll) {
        if (!NAME.matcher(poll).matches()) throw BoxProblem.MALFORMED.refusal("a poll's name");
        if (store.poll(poll).isPresent()) throw BoxProblem.POLL_EXISTS.refusal(poll);
        var keys = keystore.get(poll).orElseGet(() -> made(poll));
        return new BoxKeys(keys.box(), keys.receipt());
    }

    private PollKeys made(String poll) {
        var keys = PollKeys.make();
        keystore.put(poll, keys);
        return keys;
    }

    /** Fixes what the poll is. From now on no word of it changes. */
    public synchronized PollStatus define(byte[] bytes) {
        var definition = read(bytes);
        var known = store.poll(definition.poll());
        if (known.isEmpty()) begin(definition);
        else if (!known.get().definition().equals(text(definition))) {
            throw BoxProblem.POLL_EXISTS.refusal(definition.poll());
        }
        return status(definition.poll());
    }

    private static Definition read(byte[] bytes) {
        try {
            return Definition.read(bytes);
        } catch (IllegalArgumentException unfit) {
            throw BoxProblem.BAD_DEFINITION.refusal(String.valueOf(unfit.getMessage()));
        }
    }

    private static String text(Definition definition) {
        return new String(definition.bytes(), StandardCharsets.UTF_8);
    }

    private void begin(Definition definition) {
        var keys = keystore.get(definition.poll())
                .filter(own ->
                        own.box().equals(definition.box()) && own.receipt().equals(definition.receipt()))
                .orElseThrow(() -> BoxProblem.FOREIGN_KEYS.refusal(definition.poll()));
        var record = new PollRecord(definition.poll(), text(definition), Phase.ISSUE, 0, null);
        if (!store.begin(record)) throw BoxProblem.POLL_EXISTS.refusal(definition.poll());
        open(record, keys);
    }

    /** Moves the poll on. To where it is already, it does nothing. */
    public synchronized PollStatus step(String poll, Step step) {
        var record = record(poll);
        var to = phase(step);
        var definition = Definition.read(record.definition().getBytes(StandardCharsets.UTF_8));
        if (!step.isApproved(definition)) throw BoxProblem.NOT_APPROVED.refusal(to.name());
        if (to != record.phase()) move(record, to, issued(record, step, definition));
        return status(poll);
    }

    private static Phase phase(Step step) {
        for (var phase : Phase.values()) {
            if (phase.name().equals(step.to())) return phase;
        }
        throw BoxProblem.MALFORMED.refusal("no such phase");
    }

    private static int issued(PollRecord record, Step step, Definition definition) {
        var isFixed = record.phase() != Phase.ISSUE;
        var most = definition.eligible().people();
        if (step.issued() < 0 || step.issued() > most || (isFixed && step.issued() != record.issued())) {
            throw BoxProblem.WRONG_STEP.refusal("issued " + step.issued());
        }
        return step.issued();
    }

    private void move(PollRecord record, Phase to, int issued) {
        if (!record.phase().next().contains(to)) throw BoxProblem.WRONG_STEP.refusal(record.phase() + " to " + to);
        var poll = open.get(record.poll());
        if (to == Phase.TALLIED) tally(record, poll);
        else put(record.at(to, issued), poll);
        if (to.isOver()) destroy(record.poll());
    }

    private void put(PollRecord next, @Nullable OpenPoll poll) {
        if (poll != null) poll.put(next);
        else if (next.phase() == Phase.VOID) store.put(next);
        else throw BoxProblem.WRONG_STEP.refusal("the keys are gone");
    }

    private void tally(PollRecord record, @Nullable OpenPoll poll) {
        if (poll == null) throw BoxProblem.WRONG_STEP.refusal("the keys are gone");
        poll.put(record.counted(poll.counted()));
    }

    private PollRecord record(String poll) {
        return store.poll(poll).orElseThrow(() -> BoxProblem.NO_SUCH_POLL.refusal(poll));
    }

    public PollStatus status(String poll) {
        var record = record(poll);
        var definition = Definition.read(record.definition().getBytes(StandardCharsets.UTF_8));
        return new PollStatus(poll, definition.hash(), record.phase(), record.issued(), cast(record));
    }

    private long cast(PollRecord record) {
        var board = record.board();
        return board == null
                ? store.count(record.poll())
                : board.ballots().lines().count();
    }

    /** The board, once the poll is counted. */
    public Published board(String poll) {
        return Optional.ofNullable(record(poll).board()).orElseThrow(() -> BoxProblem.WRONG_STEP.refusal("no board"));
    }

    // casting --------------------------------------------------------------------------------------------------

    /**
     * Answers one envelope: always as many bytes, whatever it holds and whatever becomes of it. Only the tablet that
     * sealed it can tell an answer from noise.
     */
    public byte[] cast(byte[] request) {
        try {
            return poll(request).flatMap(poll -> poll.cast(request)).orElseGet(BallotBox::noise);
        } catch (RuntimeException trouble) {
            LOG.error("a ballot was not kept: {}", trouble.getClass().getName());
            return noise();
        }
    }

    private Optional<OpenPoll> poll(byte[] request) {
        if (request.length != Envelope.REQUEST) return Optional.empty();
        return Optional.ofNullable(names.get(Envelope.definition(request)))
                .flatMap(poll -> Optional.ofNullable(open.get(poll)));
    }

    private static byte[] noise() {
        var noise = new byte[Envelope.REPLY];
        RANDOM.nextBytes(noise);
        return noise;
    }
}

package plenum.server.box;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKEContext;
import plenum.server.secret.Board;
import plenum.server.secret.CastBallot;
import plenum.server.secret.Definition;
import plenum.server.secret.Envelope;
import plenum.server.secret.Keys;
import plenum.server.secret.Phase;
import plenum.server.secret.Published;
import plenum.server.secret.Verdict;

/**
 * A poll whose keys the ballot box has. Envelopes are opened side by side; a step waits until those before it are
 * answered, so that what was receipted is on the board. Thread-safe.
 */
final class OpenPoll {
    private final Definition definition;
    private final PollKeys keys;
    private final BoxStore store;
    private final String hash;
    private final RSAPublicKey issuer;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private PollRecord record;

    OpenPoll(PollRecord record, PollKeys keys, BoxStore store) {
        this.record = record;
        this.definition = Definition.read(record.definition().getBytes(StandardCharsets.UTF_8));
        this.keys = keys;
        this.store = store;
        this.hash = definition.hash();
        this.issuer = Keys.rsa(definition.issuer());
    }

    Definition definition() {
        return definition;
    }

    PollRecord record() {
        return reading(() -> record);
    }

    /** Nobody casts and nobody else steps meanwhile. */
    void put(PollRecord next) {
        lock.writeLock().lock();
        try {
            store.put(next);
            record = next;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private <T> T reading(Supplier<T> look) {
        lock.readLock().lock();
        try {
            return look.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    // casting --------------------------------------------------------------------------------------------------

    /** The reply; empty when the envelope was not sealed to this box. */
    Optional<byte[]> cast(byte[] request) {
        var context = context(request);
        if (context.isEmpty()) return Optional.empty();
        try {
            var from = Envelope.HASH + Envelope.KEY;
            var plain = context.get().open(new byte[0], Arrays.copyOfRange(request, from, request.length));
            var key = new SecretKeySpec(context.get().export(Envelope.replyContext(), 32), "AES");
            return Optional.of(AtRest.seal(key, reading(() -> answer(plain))));
        } catch (InvalidCipherTextException foreign) {
            return Optional.empty();
        }
    }

    private Optional<HPKEContext> context(byte[] request) {
        var key = Arrays.copyOfRange(request, Envelope.HASH, Envelope.HASH + Envelope.KEY);
        try {
            return Optional.of(PollKeys.hpke().setupBaseR(key, keys.boxPair(), Envelope.info(hash)));
        } catch (RuntimeException notAPoint) {
            return Optional.empty();
        }
    }

    private byte[] answer(byte[] plain) {
        if (record.phase() != Phase.CAST && record.phase() != Phase.CLOSING) return answer(Verdict.NOT_OPEN);
        var cast = read(plain);
        if (cast.isEmpty()) return answer(Verdict.REFUSED);
        var verdict = keep(cast.get(), plain);
        return verdict == Verdict.RECORDED ? receipt(cast.get()) : answer(verdict);
    }

    private Optional<CastBallot> read(byte[] plain) {
        try {
            var token = (issuer.getModulus().bitLength() + 7) / 8;
            return Optional.of(Envelope.unpack(plain, token)).filter(cast -> cast.soundFor(issuer, hash));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private Verdict keep(CastBallot cast, byte[] plain) {
        var name = keys.nameOf(cast.message());
        var isClosing = record.phase() == Phase.CLOSING;
        var before = isClosing
                ? store.row(record.poll(), name)
                : store.keep(record.poll(), name, AtRest.seal(keys.rest(), plain));
        if (before.isEmpty()) return isClosing ? Verdict.NOT_OPEN : Verdict.RECORDED;
        var isSame = Arrays.equals(AtRest.open(keys.rest(), before.get()), plain);
        return isSame ? Verdict.RECORDED : Verdict.ALREADY_CAST;
    }

    private static byte[] answer(Verdict verdict) {
        var answer = new byte[Envelope.ANSWER];
        answer[0] = verdict.code();
        return answer;
    }

    private byte[] receipt(CastBallot cast) {
        return ByteBuffer.allocate(Envelope.ANSWER)
                .put(Verdict.RECORDED.code())
                .put(keys.sign(cast.receiptText(hash)))
                .array();
    }

    // counting -------------------------------------------------------------------------------------------------

    /** Opens all rows; nothing is left out. */
    Published counted() {
        var token = (issuer.getModulus().bitLength() + 7) / 8;
        var ballots = store.rows(record.poll()).stream()
                .map(row -> Envelope.unpack(AtRest.open(keys.rest(), row), token))
                .toList();
        var board = new Board(definition, record.issued(), ballots);
        var result = board.result();
        var signature = keys.sign(result.getBytes(StandardCharsets.UTF_8));
        return new Published(
                record.definition(),
                board.ballots(),
                result,
                Base64.getEncoder().encodeToString(signature));
    }
}

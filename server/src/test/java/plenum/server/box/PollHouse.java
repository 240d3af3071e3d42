package plenum.server.box;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import plenum.server.issuer.Issuer;
import plenum.server.issuer.IssuerKeys;
import plenum.server.issuer.Taken;
import plenum.server.issuer.TakenList;
import plenum.server.secret.Ballot;
import plenum.server.secret.CastBallot;
import plenum.server.secret.Definition;
import plenum.server.secret.Keys;
import plenum.server.secret.Phase;
import plenum.server.secret.Polls;
import plenum.server.secret.Step;
import plenum.server.secret.Tablet;
import plenum.server.secret.Tablet.Answer;

/** One poll with its box, issuer, committee and delegates, in this process. */
final class PollHouse {
    static final byte RECORDED = 1;
    static final byte ALREADY_CAST = 2;
    static final byte NOT_OPEN = 3;
    static final byte REFUSED = 4;

    final Random random;
    final MemoryStore store;
    final Path keys;
    final Map<String, KeyPair> tablets;
    final KeyPair issuerKey;
    final Definition definition;
    private final Remembered taken = new Remembered();
    private Issuer issuer;
    private BallotBox box;

    PollHouse(long seed, int people, Path keys) {
        this(new Random(seed), people, keys);
    }

    private PollHouse(Random random, int people, Path keys) {
        this.random = random;
        this.store = new MemoryStore(random);
        this.keys = keys;
        this.tablets = Polls.tablets(people);
        this.issuerKey = Polls.issuer(random.nextInt());
        this.box = restarted(store, keys);
        this.definition = definition(box, "phieu-3", 1 + random.nextInt(2));
        var unused = box.define(definition.bytes());
        issuerKeys().keep(poll(), issuerKey);
        this.issuer = startedIssuer();
    }

    Definition definition(BallotBox of, String poll, int seats) {
        var own = of.prepare(poll);
        return Polls.definition(tablets, seats, true, 3, issuerKey, own.box(), own.receipt());
    }

    private static BallotBox restarted(BoxStore store, Path keys) {
        try {
            return new BallotBox(store, Keystore.open(keys));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Issuer startedIssuer() {
        return new Issuer(definition, Polls.electorate(tablets), issuerKeys(), taken);
    }

    private IssuerKeys issuerKeys() {
        try {
            return IssuerKeys.open(keys.resolveSibling(keys.getFileName() + "-issuer"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    BallotBox box() {
        return box;
    }

    Issuer issuer() {
        return issuer;
    }

    /** Both processes were killed and are there again; until they stay. */
    void restart() {
        issuer = startedIssuer();
        while (true) {
            try {
                box = restarted(store, keys);
                return;
            } catch (MemoryStore.Crash again) {
                // killed while starting
            }
        }
    }

    String poll() {
        return definition.poll();
    }

    List<String> people() {
        return List.copyOf(tablets.keySet());
    }

    // the delegates --------------------------------------------------------------------------------------------

    Tablet tablet() {
        return new Tablet((RSAPublicKey) issuerKey.getPublic());
    }

    /** Asks for a token as this person; refusals come through. */
    boolean takeToken(String person, Tablet tablet) {
        var text = Base64.getEncoder().encodeToString(tablet.blinded());
        var key = Objects.requireNonNull(tablets.get(person));
        var signature = Tablet.sign(key, Taken.text(definition.hash(), person, text));
        return tablet.accept(issuer().issue(person, definition.hash(), tablet.blinded(), signature));
    }

    /** A tablet with a token. */
    Tablet withToken(String person) {
        var tablet = tablet();
        if (!takeToken(person, tablet)) throw new IllegalStateException("no token");
        return tablet;
    }

    Ballot ballot() {
        return Polls.ballot(definition, random);
    }

    /** Seals anew and casts; what the tablet reads. */
    Answer cast(CastBallot cast) {
        var sealed = Tablet.seal(definition, cast);
        return Tablet.open(sealed, box.cast(sealed.request())).orElseThrow();
    }

    boolean isReceipt(CastBallot cast, Answer answer) {
        return answer.verdict() == RECORDED && isReceipt(cast, answer.signature());
    }

    private boolean isReceipt(CastBallot cast, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(Keys.ed25519(definition.receipt()));
            verifier.update(cast.receiptText(definition.hash()));
            return verifier.verify(signature);
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }

    // the committee --------------------------------------------------------------------------------------------

    /** With the signatures of the first of these members. */
    Step step(Phase to, int issued, String... members) {
        var text = Step.text(definition.hash(), to.name(), issued);
        return new Step(to.name(), issued, approvals(text, members));
    }

    private List<Step.Approval> approvals(byte[] text, String... members) {
        var approvals = new ArrayList<Step.Approval>();
        for (var member : members) {
            var signature = Tablet.sign(Objects.requireNonNull(tablets.get(member)), text);
            approvals.add(new Step.Approval(member, Base64.getEncoder().encodeToString(signature)));
        }
        return approvals;
    }

    Phase go(Phase to) {
        var members = people().subList(0, 2).toArray(String[]::new);
        return box.step(poll(), step(to, issuer().issued(), members)).phase();
    }

    /** Through these phases one after the other. */
    void go(Phase... to) {
        Arrays.stream(to).forEach(phase -> {
            if (go(phase) != phase) throw new IllegalStateException("not at " + phase);
        });
    }

    /** The list of tokens taken, in memory; its writes end the process as the box's do. */
    private final class Remembered implements TakenList {
        private final Map<String, Taken> taken = new TreeMap<>();

        @Override
        public Taken note(Taken one) {
            var before = taken.get(one.person());
            if (before != null) return before;
            store.write(() -> taken.put(one.person(), one));
            return one;
        }

        @Override
        public List<Taken> of(String poll) {
            return List.copyOf(taken.values());
        }
    }
}

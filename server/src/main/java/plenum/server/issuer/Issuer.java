package plenum.server.issuer;

import java.security.KeyPair;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import plenum.server.secret.BlindRsa;
import plenum.server.secret.Definition;
import plenum.server.secret.Electorate;
import plenum.server.secret.Keys;

/**
 * Gives each person of one poll's electorate one token, signed blindly. That a person has one is noted before the
 * signature is made; the same question gets the same answer, another one none. Thread-safe; blocks.
 */
public final class Issuer {
    private final Definition definition;
    private final String hash;
    private final Electorate electorate;
    private final TakenList taken;
    private final IssuerKeys keys;
    private final AtomicReference<@Nullable KeyPair> key;

    /**
     * With the poll's key; closed when there is none (any more).
     *
     * @throws IllegalArgumentException when electorate or key are not those of the definition
     */
    public Issuer(Definition definition, Electorate electorate, IssuerKeys keys, TakenList taken) {
        var own = keys.find(definition.poll());
        if (!electorate.summary().equals(definition.eligible())
                || own.stream().anyMatch(pair -> !isOf(definition, pair))) {
            throw new IllegalArgumentException("not of this definition");
        }
        this.definition = definition;
        this.hash = definition.hash();
        this.electorate = electorate;
        this.taken = taken;
        this.keys = keys;
        this.key = new AtomicReference<>(own.orElse(null));
    }

    private static boolean isOf(Definition definition, KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()).equals(definition.issuer());
    }

    /**
     * The blind signature.
     *
     * @param known hash of the definition that the tablet has
     * @param blinded as long as the issuer's modulus
     * @param signature of the person's tablet under {@link Taken#text}
     */
    public byte[] issue(String person, String known, byte[] blinded, byte[] signature) {
        if (!known.equals(hash)) throw IssuerProblem.ANOTHER_POLL.refusal(known);
        var pair = key.get();
        if (pair == null) throw IssuerProblem.CLOSED.refusal(definition.poll());
        check(blinded);
        var wish = wish(person, blinded, signature);
        if (!taken.note(wish).blinded().equals(wish.blinded())) throw IssuerProblem.ALREADY_ISSUED.refusal(person);
        return BlindRsa.blindSign(pair, blinded);
    }

    /** Before anything is noted: what cannot be signed must not use up the person's one token. */
    private void check(byte[] blinded) {
        if (!BlindRsa.isSignable(Keys.rsa(definition.issuer()), blinded)) {
            throw IssuerProblem.MALFORMED.refusal("not a blinded message of this key");
        }
    }

    private Taken wish(String person, byte[] blinded, byte[] signature) {
        var point = electorate.key(person).orElseThrow(() -> IssuerProblem.NOT_ELIGIBLE.refusal(person));
        var base64 = Base64.getEncoder();
        var text = base64.encodeToString(blinded);
        if (!Keys.signedBy(point, Taken.text(hash, person, text), signature)) {
            throw IssuerProblem.NOT_SIGNED.refusal(person);
        }
        return new Taken(definition.poll(), person, text, base64.encodeToString(signature));
    }

    /** Tokens given out. */
    public int issued() {
        return taken.of(definition.poll()).size();
    }

    /** No token from now on, also after a restart: the key is destroyed. */
    public void close() {
        keys.destroy(definition.poll());
        key.set(null);
    }
}

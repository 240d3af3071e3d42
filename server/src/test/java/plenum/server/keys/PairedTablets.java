package plenum.server.keys;

import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.platform.Mongo;

/** A ring with a tablet of each of these people, paired long ago. */
public final class PairedTablets {
    private PairedTablets() {}

    public static KeyRing ring(Mongo mongo, BodyId body, Map<PersonId, KeyPair> tablets) {
        var store = new KeyStore(mongo);
        tablets.forEach((person, pair) -> {
            var unused = store.insert(key(body, person, pair.getPublic().getEncoded()));
        });
        return new KeyRing(store);
    }

    /** One more. */
    public static void pair(KeyRing ring, BodyId body, PersonId person, byte[] publicKey) {
        ring.put(key(body, person, publicKey));
    }

    private static VotingKey key(BodyId body, PersonId person, byte[] bytes) {
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var clerk = new PersonId("secretary");
        return new VotingKey(id(bytes), person, body, text, "a".repeat(32), "máy", Instant.EPOCH, clerk, null, null);
    }

    private static String id(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

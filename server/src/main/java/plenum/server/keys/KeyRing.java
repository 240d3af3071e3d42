package plenum.server.keys;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;

/**
 * All keys of the store, read once and kept up with each change of it: a burst of ballots asks nothing of the store.
 */
public final class KeyRing {
    private final Map<String, Held> keys = new ConcurrentHashMap<>();

    private record Held(VotingKey key, PublicKey read) {}

    /** Blocks while it reads. */
    public KeyRing(KeyStore store) {
        store.all().forEach(this::put);
    }

    /** After the store has it. */
    void put(VotingKey key) {
        PublicKeys.read(key.publicKey()).ifPresent(read -> keys.put(key.keyId(), new Held(key, read)));
    }

    Optional<VotingKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId)).map(Held::key);
    }

    /** Empty: not paired with the person in this body, or revoked. */
    Optional<PublicKey> active(String keyId, PersonId person, BodyId body) {
        return Optional.ofNullable(keys.get(keyId))
                .filter(held -> held.key().active() && held.key().of(person, body))
                .map(Held::read);
    }

    /** Whether a tablet signs for the person in this body now. */
    boolean pairs(PersonId person, BodyId body) {
        return keys.values().stream().map(Held::key).anyMatch(key -> key.active() && key.of(person, body));
    }

    /** P-256 point, 65 bytes, of the person's tablet that was paired last and is not revoked. */
    public Optional<byte[]> newestPoint(PersonId person, BodyId body) {
        return keys.values().stream()
                .filter(held -> held.key().active() && held.key().of(person, body))
                .max(Comparator.comparing(held -> held.key().pairedAt()))
                .map(held -> PublicKeys.point(held.read()));
    }

    /** Whether the point is that of a tablet that signs for the person in this body now. */
    public boolean isPaired(byte[] point, PersonId person, BodyId body) {
        return keys.values().stream()
                .anyMatch(held -> held.key().active()
                        && held.key().of(person, body)
                        && Arrays.equals(PublicKeys.point(held.read()), point));
    }

    List<VotingKey> of(BodyId body) {
        return all(key -> key.bodyId().equals(body));
    }

    List<VotingKey> of(PersonId person) {
        return all(key -> key.personId().equals(person));
    }

    private List<VotingKey> all(Predicate<VotingKey> which) {
        return keys.values().stream().map(Held::key).filter(which).toList();
    }
}

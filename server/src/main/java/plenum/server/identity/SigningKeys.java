package plenum.server.identity;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/**
 * The keys of access tokens. The newest signs; an older one is known until the last token that it signed has expired. A
 * new one is made every 30 days. Thread-safe.
 */
public final class SigningKeys {
    private static final Duration SIGNS_FOR = Duration.ofDays(30);
    private static final Duration RELOAD_EVERY = Duration.ofSeconds(5);
    private static final int KEPT = 100;
    private final RecordTable<SigningKey> table;
    private final InstantSource clock;
    private volatile Loaded loaded;

    /** @param signer of the newest key */
    private record Loaded(SigningKey newest, PrivateKey signer, Map<String, PublicKey> verifiers, Instant at) {}

    /** A key to sign with. */
    record Signer(String kid, PrivateKey key) {}

    SigningKeys(Mongo mongo, InstantSource clock) {
        this.table = new RecordTable<>(mongo, "keys", SigningKey.class, SigningKey::kid);
        this.clock = clock;
        this.loaded = load();
    }

    Signer signer() {
        var now = clock.instant();
        if (!now.isBefore(loaded.newest().madeAt().plus(SIGNS_FOR))) {
            rotate();
        }
        return new Signer(loaded.newest().kid(), loaded.signer());
    }

    /** Blocks when the key is unknown, at most once in 5 s: another node may have made it. */
    Optional<PublicKey> verifier(String kid) {
        var known = Optional.ofNullable(loaded.verifiers().get(kid));
        if (known.isEmpty() && !clock.instant().isBefore(loaded.at().plus(RELOAD_EVERY))) {
            reload();
            return Optional.ofNullable(loaded.verifiers().get(kid));
        }
        return known;
    }

    /** Makes a new key now; tokens of the old one stay good until they expire. */
    public synchronized void rotate() {
        add();
        reload();
    }

    private synchronized void reload() {
        loaded = load();
    }

    private Loaded load() {
        var now = clock.instant();
        var keys = table.find(new Document(), new Document(), KEPT);
        if (keys.isEmpty()) {
            add();
            keys = table.find(new Document(), new Document(), KEPT);
        }
        var byAge = keys.stream()
                .sorted(Comparator.comparing(SigningKey::madeAt).thenComparing(SigningKey::kid))
                .toList();
        var verifiers = new HashMap<String, PublicKey>();
        for (int i = 0; i < byAge.size(); i++) {
            var last = i + 1 == byAge.size();
            if (last || now.isBefore(byAge.get(i + 1).madeAt().plus(IdentitySettings.ACCESS))) {
                verifiers.put(byAge.get(i).kid(), byAge.get(i).verifier());
            }
        }
        var newest = byAge.getLast();
        return new Loaded(newest, newest.signer(), Map.copyOf(verifiers), now);
    }

    private void add() {
        if (!table.insert(SigningKey.make(clock.instant()))) {
            throw new IllegalStateException("the same random key id twice");
        }
    }
}

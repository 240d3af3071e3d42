package plenum.server.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Token buckets by key; thread-safe. Keeps the newest {@value #KEYS} keys, a forgotten key starts full again. */
final class TokenBuckets {
    private static final int KEYS = 20_000;
    private final int capacity;
    private final double perSecond;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    private record Bucket(double tokens, long atMs) {}

    TokenBuckets(int capacity, double perSecond, InstantSource clock) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Takes one token; the time to wait when there is none. */
    synchronized Optional<Duration> take(String key) {
        var nowMs = clock.millis();
        var old = buckets.getOrDefault(key, new Bucket(capacity, nowMs));
        var grown = Math.min(capacity, old.tokens + perSecond * Math.max(0, nowMs - old.atMs) / 1000);
        if (grown >= 1) {
            buckets.put(key, new Bucket(grown - 1, nowMs));
            return Optional.empty();
        }
        buckets.put(key, new Bucket(grown, nowMs));
        return Optional.of(Duration.ofMillis((long) Math.ceil((1 - grown) / perSecond * 1000)));
    }
}

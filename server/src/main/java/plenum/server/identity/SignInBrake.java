package plenum.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import plenum.server.platform.Throttled;

/**
 * Slows down guessing. After 5 failures within 5 minutes a pair of user name and address waits, twice as long each
 * time; an address that fails on many names waits as a whole. Nobody can lock out someone else from another address.
 * Thread-safe.
 */
final class SignInBrake {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int FREE_FAILURES = 5;
    private static final int FREE_FAILURES_OF_ADDRESS = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final int KEPT = 50_000;
    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > KEPT;
        }
    };

    private record Failures(int count, Instant last) {}

    SignInBrake(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws Throttled while the pair or the address has to wait */
    synchronized void check(String username, String address) {
        check(pair(username, address), FREE_FAILURES);
        check(address, FREE_FAILURES_OF_ADDRESS);
    }

    synchronized void failed(String username, String address) {
        count(pair(username, address));
        count(address);
    }

    /** The address keeps its count: a guesser may well have an account. */
    synchronized void succeeded(String username, String address) {
        failures.remove(pair(username, address));
    }

    private void check(String key, int free) {
        var known = failures.get(key);
        if (known == null || known.count() < free) {
            return;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(5, known.count() - free));
        var until = known.last().plus(wait.compareTo(WINDOW) < 0 ? wait : WINDOW);
        if (clock.instant().isBefore(until)) {
            throw new Throttled(
                    IdentityProblem.TOO_MANY_ATTEMPTS.because("too many failed sign-ins"),
                    Duration.between(clock.instant(), until));
        }
    }

    private void count(String key) {
        var now = clock.instant();
        var old = failures.get(key);
        var before = old == null || !now.isBefore(old.last().plus(WINDOW)) ? 0 : old.count();
        failures.put(key, new Failures(before + 1, now));
    }

    private static String pair(String username, String address) {
        return username + " " + address;
    }
}

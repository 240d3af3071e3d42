package plenum.server.keys;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/** Pairings that a secretary has begun and a tablet has not finished. In memory only: they live for minutes. */
final class Pairings {
    static final Duration LIFE = Duration.ofMinutes(5);
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Pairing> open = new HashMap<>();

    /** @param by the secretary who sees person and tablet */
    record Pairing(SessionId session, PersonId person, PersonId by, Instant until) {}

    record Begun(String code, Pairing pairing) {}

    Pairings(InstantSource clock) {
        this.clock = clock;
    }

    /** A person has one at a time. */
    synchronized Begun begin(SessionId session, PersonId person, PersonId by) {
        var now = clock.instant();
        open.values().removeIf(one -> !now.isBefore(one.until()) || one.person().equals(person));
        var pairing = new Pairing(session, person, by, now.plus(LIFE));
        var code = code();
        open.put(code, pairing);
        return new Begun(code, pairing);
    }

    /** Only once, and only for the person it was begun for; a stranger's try leaves it as it is. */
    synchronized Optional<Pairing> take(String code, SessionId session, PersonId person) {
        var pairing = open.get(code);
        if (pairing == null
                || !pairing.session().equals(session)
                || !pairing.person().equals(person)
                || !clock.instant().isBefore(pairing.until())) {
            return Optional.empty();
        }
        open.remove(code);
        return Optional.of(pairing);
    }

    private String code() {
        var code = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, LETTERS.length()).forEach(i -> code.append(LETTERS.charAt(i)));
        return code.toString();
    }
}

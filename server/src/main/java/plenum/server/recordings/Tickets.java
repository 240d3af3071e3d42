package plenum.server.recordings;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;

/**
 * Who watches which recording now: a browser's player sends a cookie and no token. A ticket is good for a few minutes,
 * then a new one is asked for with all rights looked at again. Thread-safe.
 */
final class Tickets {
    static final Duration LIFE = Duration.ofMinutes(5);

    private record Ticket(SessionId session, RecordingId recording, PersonId person, Instant until) {}

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    Tickets(InstantSource clock) {
        this.clock = clock;
    }

    String issue(SessionId session, RecordingId recording, PersonId person) {
        var now = clock.instant();
        tickets.values().removeIf(ticket -> now.isAfter(ticket.until));
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        tickets.put(name, new Ticket(session, recording, person, now.plus(LIFE)));
        return name;
    }

    boolean good(String name, SessionId session, RecordingId recording) {
        var ticket = tickets.get(name);
        return ticket != null
                && ticket.session.equals(session)
                && ticket.recording.equals(recording)
                && !clock.instant().isAfter(ticket.until);
    }

    /** The person's sign-ins have ended. */
    void revoke(PersonId person) {
        tickets.values().removeIf(ticket -> ticket.person.equals(person));
    }

    /** Who may see the recording has changed. */
    void revoke(RecordingId recording) {
        tickets.values().removeIf(ticket -> ticket.recording.equals(recording));
    }
}

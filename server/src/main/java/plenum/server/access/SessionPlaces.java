package plenum.server.access;

import java.util.Optional;
import plenum.server.kernel.SessionId;

/** Tells where a session belongs. */
public interface SessionPlaces {
    /** Blocking; empty when nobody ever prepared it. */
    Optional<SessionPlace> place(SessionId session);
}

package plenum.server.journal;

import plenum.server.kernel.SessionId;

/**
 * The stored journal is not what was written: a gap, a wrong hash, an unknown event. The session must not be opened.
 */
public final class BrokenJournal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenJournal(SessionId session, String fact) {
        super("journal of session " + session + ": " + fact);
    }

    public BrokenJournal(SessionId session, String fact, Throwable cause) {
        super("journal of session " + session + ": " + fact, cause);
    }
}

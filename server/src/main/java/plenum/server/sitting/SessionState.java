package plenum.server.sitting;

/** A session's life. */
public enum SessionState {
    /** Seen by secretary and chair only. */
    DRAFT,
    PUBLISHED,
    /** From the first opened sitting until the session is ended. */
    RUNNING,
    /** Nothing changes any more. */
    ENDED
}

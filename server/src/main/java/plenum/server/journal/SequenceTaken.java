package plenum.server.journal;

import plenum.server.kernel.SessionId;

/** Another writer was first; nothing was written. */
public final class SequenceTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SequenceTaken(SessionId session, long seq) {
        super("session " + session + " already has entry " + seq);
    }
}

package plenum.server.journal;

import plenum.server.kernel.SessionId;

/**
 * A session's state at one sequence, to start quicker; may be thrown away at any time.
 *
 * @param hash of the journal at {@code seq}
 * @param form version of the state's JSON; another form is ignored
 * @param bytes JSON, never changed
 */
public record Snapshot(SessionId session, long seq, String hash, String form, byte[] bytes) {}

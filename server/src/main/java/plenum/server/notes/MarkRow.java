package plenum.server.notes;

import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * The newest state of a mark as it is stored.
 *
 * @param seq grows with every change of this person's marks in the session
 * @param bytes of the mark's JSON, for the limit
 */
record MarkRow(PersonId personId, SessionId sessionId, long seq, boolean shared, long bytes, Mark mark) {
    String key() {
        return key(personId, sessionId, mark.markId());
    }

    static String key(PersonId person, SessionId session, String mark) {
        return person + ":" + session + ":" + mark;
    }
}

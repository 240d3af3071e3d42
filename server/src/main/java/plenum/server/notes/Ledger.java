package plenum.server.notes;

import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * How much one person has written in one session. Counted before it is stored: after a fault it says too much, never
 * too little.
 *
 * @param seq the last one given out
 */
record Ledger(PersonId personId, SessionId sessionId, long seq, long marks, long bytes) {
    static final long MOST_MARKS = 20_000;
    static final long MOST_BYTES = 32L << 20;

    static Ledger empty(PersonId person, SessionId session) {
        return new Ledger(person, session, 0, 0, 0);
    }

    String key() {
        return personId + ":" + sessionId;
    }

    Ledger plus(int changes, long newMarks, long moreBytes) {
        return new Ledger(personId, sessionId, seq + changes, marks + newMarks, bytes + moreBytes);
    }

    boolean full() {
        return marks > MOST_MARKS || bytes > MOST_BYTES;
    }
}

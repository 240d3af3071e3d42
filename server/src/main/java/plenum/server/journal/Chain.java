package plenum.server.journal;

import plenum.server.kernel.SessionId;

/** Follows a session's batches one by one and stops at the first that does not belong there. One thread. */
public final class Chain {
    private final SessionId session;
    private long seq;
    private String hash;

    /** After the entry {@code seq} of a batch with this hash; 0 and {@link JournalBatch#START} for the beginning. */
    public Chain(SessionId session, long seq, String hash) {
        this.session = session;
        this.seq = seq;
        this.hash = hash;
    }

    /** @throws BrokenJournal when the batch is not the next one or not as it was written */
    public void follow(JournalBatch batch) {
        if (batch.first() != seq + 1) {
            throw new BrokenJournal(session, "after entry " + seq + " comes " + batch.first());
        }
        if (!batch.prev().equals(hash)) {
            throw new BrokenJournal(session, "entry " + batch.first() + " does not continue the chain");
        }
        if (!batch.sound()) {
            throw new BrokenJournal(session, "entry " + batch.first() + " was changed after it was written");
        }
        seq = batch.last();
        hash = batch.hash();
    }

    public long seq() {
        return seq;
    }

    public String hash() {
        return hash;
    }
}

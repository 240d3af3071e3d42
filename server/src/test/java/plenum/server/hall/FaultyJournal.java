package plenum.server.hall;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import plenum.server.journal.EventCodec;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalBatch;
import plenum.server.journal.MemoryJournal;
import plenum.server.kernel.SessionId;

/** A journal that can be made to behave like a store in trouble. */
final class FaultyJournal implements Journal {
    enum Trouble {
        NONE,
        /** The batch is written, its answer is lost. */
        ANSWER_LOST,
        NOT_WRITTEN,
        /** Neither written nor readable. */
        SILENT
    }

    private final MemoryJournal stored = new MemoryJournal(Events.codec());
    private volatile Trouble trouble = Trouble.NONE;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch stopped = new CountDownLatch(1);

    void suffer(Trouble next) {
        trouble = next;
    }

    /** Every append waits until the latch is down. */
    void stopAt(CountDownLatch latch) {
        stopped = new CountDownLatch(1);
        gate = latch;
    }

    /** Returns when an append stands at the latch. */
    void awaitStopped() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void append(JournalBatch batch) {
        stopped.countDown();
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        if (trouble == Trouble.NONE || trouble == Trouble.ANSWER_LOST) {
            stored.append(batch);
        }
        if (trouble != Trouble.NONE) {
            throw new IllegalStateException("no answer from the store");
        }
    }

    @Override
    public List<JournalBatch> batches(SessionId session, long after, int limit) {
        if (trouble == Trouble.SILENT) {
            throw new IllegalStateException("no answer from the store");
        }
        return stored.batches(session, after, limit);
    }

    @Override
    public EventCodec codec() {
        return stored.codec();
    }
}

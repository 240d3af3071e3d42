package plenum.server.notary;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plenum.server.ballots.PollEvent;
import plenum.server.checkpoint.Checkpoint;
import plenum.server.hall.Committed;
import plenum.server.hall.Lanes;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.SessionId;
import plenum.server.sitting.SittingEvent;
import plenum.server.voting.VotingEvent;

/**
 * Signs a checkpoint of a running session's journal every {@value #EVERY} lines, at each step of a vote or of a ballot
 * box and at the end of a sitting; while there is more, one a second. The checkpoint becomes a line of the journal
 * itself and so reaches everyone who attends. Thread-safe; never holds up a lane.
 */
public final class Notary implements Consumer<Committed>, AutoCloseable {
    static final int EVERY = 50;
    static final Duration REST = Duration.ofSeconds(1);

    /** Trees held in memory; another one is read from the journal again. */
    private static final int SESSIONS = 32;

    private final Journal journal;
    private final Lanes lanes;
    private final NotaryKey key;
    private final Map<SessionId, SessionNotary> sessions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, SessionNotary> eldest) {
            return size() > SESSIONS && eldest.getValue().idle();
        }
    };
    private volatile boolean closed;

    public Notary(Journal journal, Lanes lanes, NotaryKey key) {
        this.journal = journal;
        this.lanes = lanes;
        this.key = key;
    }

    @Override
    public void accept(Committed committed) {
        var hall = committed.after();
        var unsigned = hall.seq() - hall.checkpoints().size();
        var due = unsigned >= EVERY
                || committed.entries().stream().anyMatch(Notary::weighty)
                || committed.opened() && unsigned > 1; // a kill may have come before the signing
        if (due && !closed) {
            of(committed.session()).want(hall.seq());
        }
    }

    private static boolean weighty(JournalEntry entry) {
        return switch (entry.event()) {
            case VotingEvent.Opened unused -> true;
            case VotingEvent.Held unused -> true;
            case VotingEvent.Resumed unused -> true;
            case VotingEvent.Closed unused -> true;
            case VotingEvent.Declared unused -> true;
            case VotingEvent.Voided unused -> true;
            case PollEvent.Moved unused -> true;
            case PollEvent.Tallied unused -> true;
            case PollEvent.Counted unused -> true;
            case PollEvent.Declared unused -> true;
            case PollEvent.Voided unused -> true;
            case SittingEvent.SittingEnded unused -> true;
            case SittingEvent.SessionEnded unused -> true;
            default -> false;
        };
    }

    /**
     * A checkpoint over all that the journal holds now, or the newest when nothing but itself came after it. Blocks.
     */
    Checkpoint signNow(SessionId session) {
        return of(session).signNow();
    }

    /** The newest checkpoint with the proof that it continues the first {@code from} lines. Blocks. */
    Checkpoint since(SessionId session, long from) {
        return of(session).since(from);
    }

    /**
     * The poll's definition and the person's own {@code ballot.taken}, with their ways to the root of the first
     * {@code size} lines; what is not among them is left out. Blocks.
     */
    List<ProvenLine> pollLines(SessionId session, PollId poll, PersonId person, long size) {
        return of(session).pollLines(poll, person, size);
    }

    private SessionNotary of(SessionId session) {
        synchronized (sessions) {
            return sessions.computeIfAbsent(session, id -> new SessionNotary(id, journal, lanes, key));
        }
    }

    /** What is not signed yet will be at the next start of its session. */
    @Override
    public void close() {
        closed = true;
        synchronized (sessions) {
            sessions.values().forEach(SessionNotary::close);
        }
    }
}

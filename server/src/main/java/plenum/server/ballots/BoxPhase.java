package plenum.server.ballots;

import java.util.Optional;

/** Where an electronic poll stands with its ballot box. From ISSUE on two tellers approve each step; never back. */
public enum BoxPhase {
    /** Keys are made and the definition is written. */
    PREPARING,
    /** Tokens are given out. */
    ISSUE,
    CAST,
    /** Nothing new is taken. */
    CLOSING,
    TALLIED,
    /** The board is open. */
    CHECK,
    /** Keys and rows are destroyed; the board stays. */
    FINAL,
    /** Keys and rows are destroyed; there is no board. */
    VOID;

    /** What follows when nobody gives up; empty at the end. */
    public Optional<BoxPhase> next() {
        return isOver() ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** Nothing can be read or moved any more. */
    public boolean isOver() {
        return this == FINAL || this == VOID;
    }

    /** Whether tellers may approve a step to it from the phase given. */
    boolean follows(BoxPhase from) {
        return this == VOID
                ? !from.isOver()
                : from != PREPARING && from.next().filter(this::equals).isPresent();
    }
}

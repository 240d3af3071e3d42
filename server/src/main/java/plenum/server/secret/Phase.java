package plenum.server.secret;

import java.util.Set;

/** Where a secret poll stands. Commands move it, never a clock, and never back. */
public enum Phase {
    /** Tokens are given out; no ballots are taken yet. */
    ISSUE,
    CAST,
    /** Answers are given again to ballots that lie in the box; no others are taken. */
    CLOSING,
    /** The box is opened and counted: the board is there. */
    TALLIED,
    /** Tablets look for their ballots on the board. */
    CHECK,
    /** Keys and rows are destroyed; the board stays. */
    FINAL,
    /** Given up, for example for paper: keys and rows are destroyed, there is no board. */
    VOID;

    /** The phases that may follow. */
    public Set<Phase> next() {
        return switch (this) {
            case ISSUE -> Set.of(CAST, VOID);
            case CAST -> Set.of(CLOSING, VOID);
            case CLOSING -> Set.of(TALLIED, VOID);
            case TALLIED -> Set.of(CHECK, VOID);
            case CHECK -> Set.of(FINAL, VOID);
            case FINAL, VOID -> Set.of();
        };
    }

    /** Whether nothing of it can be read or moved any more. */
    public boolean isOver() {
        return this == FINAL || this == VOID;
    }
}

package plenum.server.ballots;

/** What a line came to. */
public enum LineOutcome {
    ELECTED,
    NOT_ELECTED,
    /** Equal votes for the last seat: those equal are voted on again. */
    TIED,
    PASSED,
    FAILED,
    /** Rated, without a decision; findings tell what follows. */
    RATED
}

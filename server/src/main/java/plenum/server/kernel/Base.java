package plenum.server.kernel;

/** The number that a share is taken of. */
public enum Base {
    /** All delegates of the body at the session's date, also the absent ones. */
    TOTAL_MEMBERS,
    /** Delegates present when the vote was opened. */
    PRESENT,
    /** Ballots handed out; with electronic ballots one for each eligible delegate. */
    BALLOTS_ISSUED,
    /** Ballots that came back. */
    BALLOTS_COLLECTED,
    /** Ballots that count; an electronic ballot is always valid. */
    BALLOTS_VALID
}

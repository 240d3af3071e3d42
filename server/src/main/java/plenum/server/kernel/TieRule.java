package plenum.server.kernel;

/** What equal numbers mean. */
public enum TieRule {
    /** Not enough. */
    FAILS,
    /** As many for as against: the side that the chair voted for (committees). */
    CHAIR_SIDE,
    /** Equals at the last seat are voted on again (elections). */
    RUN_OFF
}

package plenum.server.attendance;

/** Where a delegate stands in one sitting's roll call. */
public enum Presence {
    NONE,
    /** Says to be here; counts only after the secretary approved. */
    CHECKED_IN,
    /** Approved: counts for the quorum, may speak and vote. */
    PRESENT,
    ABSENT,
    /** Was here and went away. */
    LEFT
}

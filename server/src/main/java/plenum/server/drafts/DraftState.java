package plenum.server.drafts;

/** Where a draft stands on its way from a unit to the delegates. */
enum DraftState {
    /** Being prepared; only its unit knows of it. */
    DRAFT,
    /** Handed in, waiting for the head of the unit. */
    SUBMITTED,
    /** Approved, waiting for the secretary to publish it. */
    APPROVED,
    /** Sent back with a reason; only its unit works on it. */
    REJECTED,
    /** A paper of the session. */
    PUBLISHED;

    /** Whether the secretary may read it. */
    boolean handedIn() {
        return this == SUBMITTED || this == APPROVED || this == PUBLISHED;
    }

    /** Whether its unit may still change it. */
    boolean inWork() {
        return this == DRAFT || this == REJECTED;
    }
}

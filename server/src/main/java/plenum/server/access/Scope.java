package plenum.server.access;

/** Where a right is asked for. */
public enum Scope {
    /** No sign-in needed. */
    PUBLIC,
    /** Anyone signed in, about oneself; lists are filtered by the person's own bodies and units. */
    SELF,
    /** A role in the body, mostly the body of the session that is named. */
    BODY,
    /**
     * A role in a unit that is asked to prepare papers for the session that is named; the secretary of its body where
     * the row says so. The desk asks, and a stranger hears that there is no such draft.
     */
    PREPARING,
    /**
     * Administrator of the unit of a session's point or of one above it, or the secretary of the session's body. The
     * desk asks, and a stranger hears that there is no such point.
     */
    POINT,
    /** Administrator of the unit or of one above it, or of the system. */
    UNIT,
    /** Administrator of the whole installation. */
    SYSTEM
}

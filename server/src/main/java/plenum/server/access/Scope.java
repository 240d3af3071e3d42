package plenum.server.access;

/** Where a right is asked for. */
public enum Scope {
    /** No sign-in needed. */
    PUBLIC,
    /** Anyone signed in, about oneself; lists are filtered by the person's own bodies and units. */
    SELF,
    /** A role in the body, mostly the body of the session that is named. */
    BODY,
    /** Administrator of the unit or of one above it, or of the system. */
    UNIT,
    /** Administrator of the whole installation. */
    SYSTEM
}

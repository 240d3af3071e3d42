package plenum.server.kernel;

/** The five views of a session that leave the server; what an audience may not see is never sent to it. */
public enum Audience {
    /** Secretary and chair: everything, also drafts and hidden items. */
    CONTROL,
    /** A member of the body. */
    DELEGATE,
    /** The big screen in the hall. */
    SCREEN,
    /** A guest: what is public. */
    GUEST,
    /** The director of the conference: what is public, the room and the points. */
    TECHNICIAN
}

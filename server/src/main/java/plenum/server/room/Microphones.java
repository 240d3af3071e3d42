package plenum.server.room;

/** Whose microphone may be on. */
public enum Microphones {
    /** Everyone's who is not muted. */
    FREE,
    /** Only of moderators and of the one who has the floor. */
    FLOOR,
    /** Only of moderators, of the one who has the floor and of those who are called besides. */
    CALLED
}

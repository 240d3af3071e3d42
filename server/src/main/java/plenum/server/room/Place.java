package plenum.server.room;

/** Where a person stands to the room. */
public enum Place {
    OUT,
    /** In the lobby. */
    WAITING,
    IN,
    /** Sent out; may knock. */
    REMOVED
}

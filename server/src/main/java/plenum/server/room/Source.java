package plenum.server.room;

/** What a place in the room can send. */
public enum Source {
    MICROPHONE,
    CAMERA,
    /** A shared screen. */
    SCREEN
}

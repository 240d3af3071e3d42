package plenum.server.room;

/** What one place in the room stands for. */
public enum Station {
    /** One person at a device of the own. */
    PERSON,
    /** The computer of a meeting room with several people in it (điểm cầu). */
    KIOSK
}

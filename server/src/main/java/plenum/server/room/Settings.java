package plenum.server.room;

/**
 * How the room is kept.
 *
 * @param lobby newcomers knock and wait to be admitted
 * @param locked nobody new comes in or knocks
 * @param broadcast who may see the session may watch the stage without being in the room
 */
public record Settings(boolean lobby, Microphones microphones, boolean locked, boolean broadcast) {
    static final Settings NONE = new Settings(false, Microphones.FREE);

    /** Of a room that is just opened: neither locked nor broadcast. */
    Settings(boolean lobby, Microphones microphones) {
        this(lobby, microphones, false, false);
    }

    Settings with(boolean otherLobby, Microphones otherMicrophones) {
        return new Settings(otherLobby, otherMicrophones, locked, broadcast);
    }

    Settings locked(boolean now) {
        return new Settings(lobby, microphones, now, broadcast);
    }

    Settings broadcast(boolean now) {
        return new Settings(lobby, microphones, locked, now);
    }
}

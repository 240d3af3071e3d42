package plenum.server.room;

/**
 * How the room is kept.
 *
 * @param lobby newcomers knock and wait to be admitted
 * @param locked nobody new comes in or knocks
 */
public record Settings(boolean lobby, Microphones microphones, boolean locked) {
    static final Settings NONE = new Settings(false, Microphones.FREE, false);

    Settings with(boolean otherLobby, Microphones otherMicrophones) {
        return new Settings(otherLobby, otherMicrophones, locked);
    }

    Settings locked(boolean now) {
        return new Settings(lobby, microphones, now);
    }
}

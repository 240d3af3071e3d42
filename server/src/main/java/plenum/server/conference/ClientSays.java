package plenum.server.conference;

import plenum.server.kernel.SessionId;

/** What a browser says in one message of the media socket. */
sealed interface ClientSays {
    /** As what a browser comes. */
    enum As {
        PARTICIPANT,
        /** Sees and hears the stage, and is not in the room. */
        WATCHER,
        /** Tries microphone and camera before joining. */
        TEST
    }

    /** @param videoSlots pictures that it can show at once */
    record Hello(String token, SessionId session, int videoSlots, As as) implements ClientSays {}

    record Ping(long n) implements ClientSays {}

    record Token(String token) implements ClientSays {}

    /** A hello of a version that this server does not speak. */
    record OtherVersion() implements ClientSays {}

    record Malformed() implements ClientSays {}

    /** What is said to the conference. */
    sealed interface InRoom extends ClientSays {}

    /** @param n number of the offer */
    record Answer(long n, String sdp) implements InRoom {}

    /** Asks for a new offer. */
    record Renew() implements InRoom {}

    record Want(Wish wish) implements InRoom {}

    record Mine(Switches switches) implements InRoom {}
}

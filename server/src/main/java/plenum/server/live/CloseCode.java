package plenum.server.live;

/** Why the server ends a socket; the numbers are in protocol.md (RFC 6455 section 7.4.2: 4000 to 4999 are ours). */
public enum CloseCode {
    /** The server stops; the client resumes later. */
    SERVER_STOPS(1001, "server stops"),
    /** A bug or a failed store; logged. */
    FAULT(1011, "fault"),
    MALFORMED(4000, "malformed"),
    UNAUTHENTICATED(4001, "not signed in"),
    WRONG_ROLE(4003, "not in that role"),
    /** Not in the room, or may not watch it, or no longer; the media socket only. */
    OUTSIDE(4003, "not in the room"),
    NO_SUCH_SESSION(4004, "no such session"),
    TOO_SLOW(4008, "too slow"),
    TOO_MANY(4009, "too many messages"),
    SILENT(4010, "silent"),
    VERSION(4012, "version not spoken"),
    /** The same person came with another device; the media socket only. */
    ANOTHER_DEVICE(4013, "another device"),
    /** Try again later; the media socket only. */
    NO_MEDIA(4014, "media not available"),
    /** As many watch as may, try again later; the media socket only. */
    FULL(4015, "no place to watch");

    /** What a connection that broke without a close frame is told as (RFC 6455 section 7.1.5). */
    public static final int BROKEN = 1006;

    private final int number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    short number() {
        return (short) number;
    }

    /** At most 123 bytes (RFC 6455 section 5.5.1), no facts that a stranger must not have. */
    String reason() {
        return reason;
    }
}

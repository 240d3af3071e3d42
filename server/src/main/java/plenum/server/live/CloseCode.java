package plenum.server.live;

/**
 * Why the server ends a live socket; the numbers are in protocol.md (RFC 6455 section 7.4.2: 4000 to 4999 are ours).
 */
enum CloseCode {
    /** The server stops; the client resumes later. */
    SERVER_STOPS(1001, "server stops"),
    /** A bug or a failed store; logged. */
    FAULT(1011, "fault"),
    MALFORMED(4000, "malformed"),
    UNAUTHENTICATED(4001, "not signed in"),
    WRONG_ROLE(4003, "not in that role"),
    NO_SUCH_SESSION(4004, "no such session"),
    TOO_SLOW(4008, "too slow"),
    TOO_MANY(4009, "too many messages"),
    SILENT(4010, "silent"),
    VERSION(4012, "version not spoken");

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

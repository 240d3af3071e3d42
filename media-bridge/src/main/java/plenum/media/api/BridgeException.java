package plenum.media.api;

/** Why a bridge did not do what it was asked. */
public final class BridgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of trouble. */
    public enum Kind {
        /** No conference or endpoint of that id: make it first. */
        UNKNOWN,
        /** The SDP or a number in the call is not acceptable; asking again does not help. */
        MALFORMED,
        /** The bridge does not answer or is full; asking again later may help. */
        UNAVAILABLE
    }

    private final Kind kind;

    public BridgeException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

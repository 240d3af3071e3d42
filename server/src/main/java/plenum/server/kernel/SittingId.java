package plenum.server.kernel;

/** Names one sitting (phiên họp) of a session. */
public record SittingId(String value) {
    public SittingId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

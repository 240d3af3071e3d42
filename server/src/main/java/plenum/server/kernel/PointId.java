package plenum.server.kernel;

/** Names one point (điểm cầu) of a session's conference. */
public record PointId(String value) {
    public PointId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

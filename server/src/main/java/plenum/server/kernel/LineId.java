package plenum.server.kernel;

/** Names one line of a ballot sheet: a candidate, or a person who is rated. */
public record LineId(String value) {
    public LineId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

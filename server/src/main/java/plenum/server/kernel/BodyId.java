package plenum.server.kernel;

/** Names one deliberating body (cơ quan): a People's Council or Committee of a unit. */
public record BodyId(String value) {
    public BodyId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

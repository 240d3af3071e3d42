package plenum.server.kernel;

/** Names several votes that are opened, held, closed and declared together. */
public record BatchId(String value) {
    public BatchId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

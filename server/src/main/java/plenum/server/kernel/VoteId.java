package plenum.server.kernel;

/** Names one vote (biểu quyết). */
public record VoteId(String value) {
    public VoteId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

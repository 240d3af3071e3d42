package plenum.server.kernel;

/** Names one session (kỳ họp). Random, so that nobody can count sessions by guessing. */
public record SessionId(String value) {
    public SessionId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

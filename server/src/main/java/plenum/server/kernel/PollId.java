package plenum.server.kernel;

/** Names one poll (lượt bỏ phiếu kín). */
public record PollId(String value) {
    public PollId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

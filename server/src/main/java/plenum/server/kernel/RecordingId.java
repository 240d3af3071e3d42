package plenum.server.kernel;

/** Names one recording of a session's online room (bản ghi hình). */
public record RecordingId(String value) {
    public RecordingId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package plenum.server.kernel;

/** Names one paper (tài liệu) attached to an agenda item. */
public record PaperId(String value) {
    public PaperId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

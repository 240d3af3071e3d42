package plenum.server.kernel;

/** Names one agenda item (nội dung chương trình). */
public record ItemId(String value) {
    public ItemId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package plenum.server.kernel;

/** Names one unit (đơn vị) of the tree of province, district and commune; its official code. */
public record UnitId(String value) {
    public UnitId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

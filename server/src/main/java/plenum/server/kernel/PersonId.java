package plenum.server.kernel;

/** Names one person; the same in every unit the person belongs to. */
public record PersonId(String value) {
    public PersonId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

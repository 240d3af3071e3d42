package plenum.server.platform;

/** JSON that is broken or does not fit the record asked for; says where, never what was in it. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    /** @param field path like {@code people[3].name}; empty for the document as a whole */
    MalformedJson(String field, String message) {
        super(field.isEmpty() ? message : field + ": " + message, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }
}

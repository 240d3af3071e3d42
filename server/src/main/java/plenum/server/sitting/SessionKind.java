package plenum.server.sitting;

/** Kỳ họp thường lệ, chuyên đề, or bất thường. */
public enum SessionKind {
    REGULAR,
    THEMATIC,
    EXTRAORDINARY
}

package plenum.server.voting;

/** Tán thành, không tán thành, không biểu quyết. */
public enum Choice {
    FOR,
    AGAINST,
    ABSTAIN
}

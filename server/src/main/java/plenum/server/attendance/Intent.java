package plenum.server.attendance;

/** A delegate's answer to the invitation. */
public enum Intent {
    ATTEND,
    ABSENT
}

package plenum.server.attendance;

/** How a delegate's presence was noted. */
public enum Method {
    BUTTON,
    QR,
    SECRETARY
}

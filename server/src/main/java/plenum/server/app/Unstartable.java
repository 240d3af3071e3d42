package plenum.server.app;

/** Why Plenum can't start here, in words for the operator; no stack trace is shown. */
final class Unstartable extends Exception {
    private static final long serialVersionUID = 1L;

    Unstartable(String message) {
        super(message);
    }

    Unstartable(String message, Throwable cause) {
        super(message, cause);
    }
}

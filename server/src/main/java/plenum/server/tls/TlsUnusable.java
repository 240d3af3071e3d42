package plenum.server.tls;

/** Says why Plenum cannot serve TLS as configured; the text is for the operator at the console, Vietnamese first. */
public final class TlsUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TlsUnusable(String vietnamese, String english) {
        super(vietnamese + " / " + english);
    }

    TlsUnusable(String vietnamese, String english, Throwable cause) {
        super(vietnamese + " / " + english, cause);
    }
}

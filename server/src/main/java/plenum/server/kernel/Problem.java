package plenum.server.kernel;

import java.util.Locale;

/**
 * Why something can't be, told to the one who asked; becomes an RFC 9457 body or a refusal on the socket.
 *
 * @param detail facts for the log and for a developer, in English, no secrets; the reader's sentence is
 *     {@link Code#title}
 */
public record Problem(Code code, String detail) {

    /** The kinds of problem, each with its HTTP status. */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA(415),
        UNPROCESSABLE(422),
        TOO_MANY(429),
        FAULT(500),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One sort of problem. Each part of the house lists its own in an enum {@code <Part>Problem}. */
    public interface Code {
        String name();

        /** The part of the house, first half of the code: {@code floor}. */
        String part();

        Kind kind();

        /** One sentence in Vietnamese for the reader. */
        String title();

        /** {@code floor:hand-already-raised}; never renamed, clients translate it. */
        default String code() {
            return part() + ":" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** RFC 9457 section 3.1.1. */
        default String type() {
            return "urn:plenum:problem:" + code();
        }

        default Problem because(String detail) {
            return new Problem(this, detail);
        }

        default Refusal refusal(String detail) {
            return new Refusal(because(detail));
        }
    }
}

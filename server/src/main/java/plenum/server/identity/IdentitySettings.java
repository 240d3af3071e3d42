package plenum.server.identity;

import java.time.Duration;

/**
 * What an operator may set about sign-ins.
 *
 * @param idle a sign-in that was not refreshed for so long ends
 * @param absolute every sign-in ends so long after the password was given
 */
public record IdentitySettings(Duration idle, Duration absolute) {
    /** Life of an access token; also the longest that an old signing key must still be known. */
    static final Duration ACCESS = Duration.ofMinutes(10);

    /** A lossy network may lose the answer of a refresh: so long the same answer comes again. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** A change of grants or of an account is seen everywhere after so long. */
    static final Duration FRESH = Duration.ofSeconds(5);

    public static IdentitySettings usual() {
        return new IdentitySettings(Duration.ofHours(12), Duration.ofHours(24));
    }
}

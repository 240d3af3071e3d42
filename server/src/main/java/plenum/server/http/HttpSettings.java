package plenum.server.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator may set about HTTP.
 *
 * @param webRoot directory of the built tablet app; empty: no static files
 * @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) whose X-Forwarded-For and -Proto are believed
 * @param origins the site's own addresses besides the one that a request names as its host, when a proxy changes it:
 *     {@code https://hop.example.gov.vn}
 * @param publicBurst requests at once from one address to operations without sign-in, then {@code publicPerSecond}
 * @param personBurst requests at once of one person, then {@code personPerSecond}
 * @param strictTransport send HSTS over TLS; not with a local authority: HSTS covers every port of a host name and
 *     would lock tablets out of the plain page from which they install the root
 * @param relays origins of the relay of secret ballots, which pages may speak to
 */
public record HttpSettings(
        Optional<Path> webRoot,
        List<String> trustedProxies,
        Set<String> origins,
        int publicBurst,
        double publicPerSecond,
        int personBurst,
        double personPerSecond,
        boolean strictTransport,
        Set<String> relays) {
    /** Bytes of a JSON body. */
    static final long JSON_BYTES = 1 << 20;

    /** Bytes of a register to import: 10,000 people with memberships. */
    static final long REGISTER_BYTES = 16 << 20;

    /** Requests in work at once; more are answered 503. */
    static final int IN_WORK = 512;

    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
        origins = Set.copyOf(origins);
        relays = Set.copyOf(relays);
    }

    /** A hall of 500 tablets behind one address signs in at once; a person's tablet stays far below the limits. */
    public static HttpSettings usual(Optional<Path> webRoot) {
        return new HttpSettings(webRoot, List.of(), Set.of(), 1000, 50, 300, 50, true, Set.of());
    }
}

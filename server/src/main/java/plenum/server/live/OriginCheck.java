package plenum.server.live;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets only Plenum's own pages open a socket: a browser tells where the page came from (RFC 6455 section 10.2). */
final class OriginCheck {
    private final Set<String> allowed;

    /** @param allowed origins besides the server's own address: {@code https://hop.example.gov.vn} */
    OriginCheck(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    boolean admits(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        var host = request.getHeader("Host");
        return origin != null && (allowed.contains(origin) || (host != null && sameHost(origin, host)));
    }

    private static boolean sameHost(String origin, String host) {
        var authority = authority(origin);
        return authority != null && authority.equals(host.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? null : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noUri) {
            return null;
        }
    }
}

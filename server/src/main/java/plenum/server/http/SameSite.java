package plenum.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Tells requests of our own pages from those that another site makes a browser send. */
final class SameSite {
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Set<String> origins;

    /** @param origins ours besides the address under which a request reached us */
    SameSite(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /**
     * Whether a request that may change something is another site's. A request with a cookie must say where it comes
     * from; a program without cookies need not.
     */
    boolean foreign(HttpServerRequest request) {
        if (HARMLESS.contains(request.method())) {
            return false;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (site != null && !site.equals("same-origin")) {
            return true;
        }
        if (origin != null) {
            return !origins.contains(origin) && !own(origin, request);
        }
        return site == null && request.getHeader("Cookie") != null;
    }

    /** Whether an Origin header names the address under which this very request reached us. */
    private static boolean own(String origin, HttpServerRequest request) {
        var authority = request.authority();
        if (authority == null) {
            return false;
        }
        try {
            var named = URI.create(origin).getRawAuthority();
            return named != null
                    && named.toLowerCase(Locale.ROOT)
                            .equals(authority.toString().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}

package plenum.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells requests of our own pages from those that another site makes a browser send. */
public final class SameSite {
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SameSite() {}

    /**
     * Whether a request that may change something is another site's. A request with a cookie must say where it comes
     * from; a program without cookies need not.
     */
    static boolean foreign(HttpServerRequest request) {
        if (HARMLESS.contains(request.method())) {
            return false;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (site != null && !site.equals("same-origin")) {
            return true;
        }
        if (origin != null) {
            return !own(origin, request);
        }
        return site == null && request.getHeader("Cookie") != null;
    }

    /** Whether an Origin header names the address under which this very request reached us; for the live socket too. */
    public static boolean own(@Nullable String origin, HttpServerRequest request) {
        var authority = request.authority();
        if (origin == null || authority == null) {
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

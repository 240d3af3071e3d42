package plenum.server.http;

import io.vertx.core.MultiMap;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers that every answer carries. */
final class SecurityHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), geolocation=(), payment=(), usb=()");
    private static final String ONE_YEAR = "max-age=31536000";

    private final String policy;

    /** @param elsewhere origins beside this one that pages may speak to */
    SecurityHeaders(Collection<String> elsewhere) {
        var named = elsewhere.stream().sorted().map(origin -> " " + origin).collect(Collectors.joining());
        this.policy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'wasm-unsafe-eval'",
                "style-src 'self'",
                "img-src 'self' data: blob:",
                "media-src 'self'",
                "font-src 'self'",
                "connect-src 'self'" + named,
                "worker-src 'self'",
                "manifest-src 'self'",
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "form-action 'self'");
    }

    /** @param secure over TLS: only then may a browser be told to insist on it */
    void put(MultiMap headers, boolean secure) {
        var unused = headers.set("Content-Security-Policy", policy);
        ALWAYS.forEach(headers::set);
        if (secure) {
            headers.set("Strict-Transport-Security", ONE_YEAR);
        }
    }
}

package plenum.server.tls;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * Sends a browser from the plain listener to the same page over TLS; anything but a read is refused, it was already
 * sent in clear.
 */
public record HttpsRedirect(int tlsPort) implements Handler<RoutingContext> {
    private static final int PERMANENT = 308;
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        HostAndPort asked = request.authority();
        if (asked == null || !HOST.matcher(asked.host()).matches()) end(context, BAD_REQUEST);
        else if (!reads(request)) end(context, FORBIDDEN);
        else {
            request.response().putHeader("Location", "https://" + asked.host() + port() + request.uri());
            end(context, PERMANENT);
        }
    }

    private static boolean reads(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    private String port() {
        return tlsPort == 443 ? "" : ":" + tlsPort;
    }

    private static void end(RoutingContext context, int status) {
        context.response()
                .setStatusCode(status)
                .putHeader("Cache-Control", "no-store")
                .end();
    }
}

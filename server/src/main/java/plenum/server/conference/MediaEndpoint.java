package plenum.server.conference;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.SessionLane;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.live.SocketRoute;
import plenum.server.live.TokenCheck;

/** The route {@code /media}: browsers' sockets for the media of rooms. To be mounted on a router of event loops. */
public final class MediaEndpoint implements Handler<RoutingContext>, AutoCloseable {
    /** The subprotocol of version 1. */
    public static final String SUBPROTOCOL = "plenum.media.v1";

    /** An SDP answer to an offer of 30 pictures, as JSON. */
    private static final int MESSAGE_BYTES = 128 * 1024;

    private final @Nullable RoomDirector director;
    private final SocketRoute route;

    /**
     * @param director absent: this server has no media, and says so
     * @param lanes the running lane of a session; may block; Refusal when there is no such session
     * @param origins allowed besides the server's own address
     */
    public MediaEndpoint(
            Vertx vertx,
            @Nullable RoomDirector director,
            Function<SessionId, SessionLane> lanes,
            TokenCheck tokens,
            Set<String> origins,
            ConferenceLimits limits,
            InstantSource clock) {
        this.director = director;
        var entry = new MediaEntry(lanes);
        this.route = new SocketRoute(
                vertx,
                origins,
                tokens,
                new SocketRoute.Terms(SUBPROTOCOL, MESSAGE_BYTES, limits.socket()),
                connection -> director == null ? new NoMedia(connection) : new MediaSocket(connection, entry, director),
                clock);
    }

    /** On an event loop. */
    @Override
    public void handle(RoutingContext context) {
        route.handle(context);
    }

    /** The person's sign-ins have ended: sockets close with 4001 and no packet more goes to the person. */
    public void revoke(PersonId person) {
        if (director != null) director.revoke(person);
        route.revoke(person);
    }

    /** Sockets that are open now, about. */
    public int sockets() {
        return route.connections();
    }

    /** Closes all sockets with 1001 and waits until they are gone, at most 3 s. Not on an event loop. */
    @Override
    public void close() {
        route.close();
    }
}

package plenum.server.conference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.access.Access;
import plenum.server.hall.SessionLane;
import plenum.server.live.CloseCode;
import plenum.server.live.Connection;
import plenum.server.live.SignedIn;

/** One browser's end of the media socket. Lives on its connection's event loop and never blocks. */
final class MediaSocket implements Connection.Protocol, Client {
    private static final int LEAVING = 1000; // RFC 6455 section 7.4.1

    /** Ours, after which the browser may come back to its endpoint. */
    private static final Set<CloseCode> KEEPING =
            Set.of(CloseCode.SERVER_STOPS, CloseCode.SILENT, CloseCode.TOO_SLOW, CloseCode.FAULT);

    private final Connection connection;
    private final MediaEntry entry;
    private final RoomDirector director;
    private final Map<String, ServerSays> late = new LinkedHashMap<>(); // by subject
    private boolean peopleMissed;
    private @Nullable SessionLane lane;
    private boolean watches;

    MediaSocket(Connection connection, MediaEntry entry, RoomDirector director) {
        this.connection = connection;
        this.entry = entry;
        this.director = director;
    }

    @Override
    public void onMessage(byte[] utf8) {
        switch (MediaFrameReader.read(utf8)) {
            case ClientSays.Malformed ignored -> connection.close(CloseCode.MALFORMED);
            case ClientSays.OtherVersion ignored -> connection.close(CloseCode.VERSION);
            case ClientSays.Hello hello ->
                connection.greet(hello.token(), who -> entry.enter(hello, who), found -> onAdmitted(hello, found));
            case ClientSays.Ping ping -> signedIn(() -> connection.send(pong(ping)));
            case ClientSays.Token token -> signedIn(() -> connection.renew(token.token(), this::mayStay));
            case ClientSays.InRoom said -> signedIn(() -> director.said(this, said));
        }
    }

    private void signedIn(Runnable action) {
        if (connection.live()) action.run();
        else connection.close(CloseCode.UNAUTHENTICATED);
    }

    private byte[] pong(ClientSays.Ping ping) {
        return ServerSays.pong(ping.n(), connection.nowMs()).utf8();
    }

    private void onAdmitted(ClientSays.Hello hello, SessionLane found) {
        lane = found;
        watches = hello.as() == ClientSays.As.WATCHER;
        director.enter(this, found, connection.who().actor(), hello);
    }

    private boolean mayStay(SignedIn who) {
        if (lane == null) return false;
        var hall = lane.hall();
        return watches
                ? Watching.may(hall, who.actor())
                : !Access.audiences(hall.roles(who.actor())).isEmpty();
    }

    // what the director tells ------------------------------------------------------------------------------------

    @Override
    public void tell(ServerSays message) {
        connection.post(() -> deliver(message));
    }

    private void deliver(ServerSays message) {
        if (!connection.blocked()) connection.send(message.utf8());
        else if (message.subject().equals(ServerSays.PEOPLE)) peopleMissed = true;
        else late.put(message.subject(), message);
    }

    @Override
    public void onDrain() {
        late.values().forEach(message -> connection.send(message.utf8()));
        late.clear();
        if (peopleMissed) director.missedPeople(this);
        peopleMissed = false;
    }

    @Override
    public void end(CloseCode why) {
        connection.post(() -> connection.close(why));
    }

    @Override
    public void onClosed(@Nullable CloseCode ours, int theirs) {
        director.left(this, ours == null ? theirs != LEAVING : KEEPING.contains(ours));
    }
}

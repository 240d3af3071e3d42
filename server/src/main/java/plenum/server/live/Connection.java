package plenum.server.live;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.ws.WebSocketFrameImpl;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.kernel.PersonId;

/**
 * One browser's WebSocket, whatever is spoken over it: whole messages, who it is, deadlines, floods, slow readers, the
 * end. Lives on its event loop's thread and never blocks.
 */
public final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final long NEVER = -1;

    /** What is spoken over a connection. Called on its event loop. */
    public interface Protocol {
        /** A whole message, before admission also; not after {@link Connection#close}. */
        void onMessage(byte[] utf8);

        /** The buffer that was full is empty again; only after admission. */
        void onDrain();

        /** Only after admission, once. @param ours why we closed it; null: the client did, or the network broke */
        void onClosed(@Nullable CloseCode ours, int theirs);
    }

    private enum Phase {
        /** Open, hello awaited. */
        OPENED,
        /** Hello is being looked at; reading is paused. */
        GREETED,
        LIVE,
        CLOSING
    }

    private final ServerWebSocket socket;
    private final Channel channel;
    private final Loop loop;
    private final Door door;
    private final Protocol protocol;
    private final long openedMs;
    private final FloodGate gate = new FloodGate();
    private final Assembly assembly;
    private Phase phase = Phase.OPENED;
    private long heardMs;
    private boolean overdue; // at the last look
    private long closingMs = NEVER;
    private long fullMs = NEVER; // since when the buffer is full
    private @Nullable SignedIn who; // since admission

    private Connection(ServerWebSocket socket, Channel channel, Loop loop, Door door, SocketRoute.Speech speech) {
        this.socket = socket;
        this.channel = channel;
        this.loop = loop;
        this.door = door;
        this.assembly = new Assembly(door.messageBytes());
        this.openedMs = door.clock().millis();
        this.heardMs = openedMs;
        this.protocol = speech.over(this);
    }

    /** Takes over a socket that was just accepted; the caller is on its loop. */
    static void open(ServerWebSocket socket, Channel channel, Loop loop, Door door, SocketRoute.Speech speech) {
        var connection = new Connection(socket, channel, loop, door, speech);
        loop.add(connection);
        socket.frameHandler(connection::onFrame);
        socket.drainHandler(ignored -> connection.onDrain());
        socket.closeHandler(ignored -> connection.onGone());
        socket.exceptionHandler(broken -> LOG.debug("socket: {}", broken.toString()));
    }

    Loop loop() {
        return loop;
    }

    /** Any thread: runs the task on the connection's loop, in order. */
    public void post(Runnable task) {
        loop.post(task);
    }

    /** Whether a person was let in and the connection is not closing. */
    public boolean live() {
        return phase == Phase.LIVE;
    }

    /** Only after admission. */
    public PersonId person() {
        return who().actor().person();
    }

    /** By the newest token; only after admission. */
    public SignedIn who() {
        if (who == null) throw new IllegalStateException("no hello yet");
        return who;
    }

    public long nowMs() {
        return door.clock().millis();
    }

    // what the client says -----------------------------------------------------------------------------------

    private void onFrame(WebSocketFrame frame) {
        if (phase == Phase.CLOSING || frame.isClose()) return;
        heardMs = door.clock().millis();
        loop.heard();
        if (!gate.admits(heardMs, door.limits())) {
            close(CloseCode.TOO_MANY);
            return;
        }
        switch (assembly.add(frame)) {
            case Assembly.Outcome.Waiting ignored -> {}
            case Assembly.Outcome.Unfit ignored -> close(CloseCode.MALFORMED);
            case Assembly.Outcome.Complete complete -> protocol.onMessage(complete.utf8());
        }
    }

    /**
     * Looks at a hello, and whether its sender may come in. Nothing is read meanwhile. A second hello is malformed.
     *
     * @param admitted on the loop, with what was found out
     */
    public <T> void greet(String token, Greeter.Entrance<T> entrance, Consumer<T> admitted) {
        if (phase != Phase.OPENED) {
            close(CloseCode.MALFORMED);
            return;
        }
        phase = Phase.GREETED;
        socket.pause();
        door.greeter().greet(token, entrance, greeting -> loop.post(() -> onGreeting(greeting, admitted)));
    }

    private <T> void onGreeting(Greeter.Greeting<T> greeting, Consumer<T> admitted) {
        if (phase != Phase.GREETED) return;
        switch (greeting) {
            case Greeter.Greeting.Declined<T> declined -> close(declined.why());
            case Greeter.Greeting.Admitted<T> good -> admitUnlessRevoked(good, admitted);
        }
    }

    private <T> void admitUnlessRevoked(Greeter.Greeting.Admitted<T> good, Consumer<T> admitted) {
        if (door.revocations().after(good.who().actor().person(), openedMs)) {
            close(CloseCode.UNAUTHENTICATED);
            return;
        }
        who = good.who();
        phase = Phase.LIVE;
        admitted.accept(good.found());
        socket.resume();
    }

    /** Takes a newer token of the same person. @param stays whether the person may stay, judged by the new token */
    public void renew(String token, Predicate<SignedIn> stays) {
        var askedMs = heardMs;
        door.greeter().renew(token, renewed -> loop.post(() -> onRenewed(renewed, askedMs, stays)));
    }

    private void onRenewed(Optional<SignedIn> renewed, long askedMs, Predicate<SignedIn> stays) {
        if (phase != Phase.LIVE) return;
        var same = renewed.filter(one -> one.actor().person().equals(person()))
                .filter(one -> !door.revocations().after(person(), askedMs));
        if (same.isEmpty()) close(CloseCode.UNAUTHENTICATED);
        else if (!stays.test(same.get())) close(CloseCode.WRONG_ROLE);
        else who = same.get();
    }

    // what the client is told --------------------------------------------------------------------------------

    /** Whether nothing should be sent now: the buffer is full, or nobody is there. */
    public boolean blocked() {
        if (phase != Phase.LIVE) return true;
        if (socket.isClosed() || !socket.writeQueueFull()) return socket.isClosed();
        if (fullMs == NEVER) fullMs = door.clock().millis();
        return true;
    }

    private void onDrain() {
        fullMs = NEVER;
        if (phase == Phase.LIVE) protocol.onDrain();
    }

    /** One message, which is not changed any more and may be on its way to many; long ones go in several frames. */
    public void send(byte[] utf8) {
        if (phase == Phase.CLOSING || socket.isClosed()) return;
        for (var from = 0; from == 0 || from < utf8.length; from += SocketRoute.FRAME_BYTES) {
            var length = Math.min(SocketRoute.FRAME_BYTES, utf8.length - from);
            var type = from == 0 ? WebSocketFrameType.TEXT : WebSocketFrameType.CONTINUATION;
            var payload = Unpooled.wrappedBuffer(utf8, from, length);
            socket.writeFrame(new WebSocketFrameImpl(type, payload, from + length == utf8.length))
                    .onFailure(gone -> LOG.debug("client left: {}", gone.toString()));
        }
    }

    // the end ------------------------------------------------------------------------------------------------

    /**
     * Looks at every deadline. What the client must say is missed only at the second look: between two looks the loop
     * has read every socket, so that a hello that waits in the kernel while 2,000 others are greeted is not late.
     */
    void sweep(long nowMs) {
        var missed = missed(nowMs);
        var again = overdue;
        overdue = missed != null;
        if (phase == Phase.CLOSING) {
            if (nowMs - closingMs > door.limits().hello().toMillis()) cut();
        } else if (missed != null && again) {
            close(missed);
        } else if (phase == Phase.LIVE) {
            sweepLive(nowMs);
        }
    }

    /** What the client should have done by now. */
    private @Nullable CloseCode missed(long nowMs) {
        var limits = door.limits();
        return switch (phase) {
            case OPENED -> nowMs - openedMs >= limits.hello().toMillis() ? CloseCode.UNAUTHENTICATED : null;
            case GREETED -> nowMs - heardMs > limits.silence().toMillis() ? CloseCode.FAULT : null;
            case LIVE -> nowMs - heardMs > limits.silence().toMillis() ? CloseCode.SILENT : null;
            case CLOSING -> null;
        };
    }

    private void sweepLive(long nowMs) {
        if (!who().expiresAt().isAfter(Instant.ofEpochMilli(nowMs))) close(CloseCode.UNAUTHENTICATED);
        else if (full() && nowMs - fullMs > door.limits().slow().toMillis()) close(CloseCode.TOO_SLOW);
    }

    /** Also sees a buffer that answers filled, which nothing was skipped for. */
    private boolean full() {
        return blocked() && fullMs != NEVER;
    }

    /** Ends the person's connection because the sign-in was ended. */
    void revoke(PersonId person) {
        if (who != null && person().equals(person)) close(CloseCode.UNAUTHENTICATED);
    }

    public void close(CloseCode why) {
        if (phase == Phase.CLOSING) return;
        var admitted = phase == Phase.LIVE;
        phase = Phase.CLOSING;
        closingMs = door.clock().millis();
        LOG.debug("socket closed: {}", why);
        if (!socket.isClosed()) socket.close(why.number(), why.reason()).onFailure(gone -> LOG.debug("gone", gone));
        if (admitted) protocol.onClosed(why, 0);
    }

    /** Ends the connection without farewell: a close frame waits behind a full buffer for ever when nobody reads. */
    private void cut() {
        var ignored = channel.pipeline().firstContext().close(); // past Vert.x's handler, which would say farewell
    }

    private void onGone() {
        var admitted = phase == Phase.LIVE;
        phase = Phase.CLOSING;
        loop.remove(this);
        var code = socket.closeStatusCode();
        if (admitted) protocol.onClosed(null, code == null ? CloseCode.BROKEN : code);
    }
}

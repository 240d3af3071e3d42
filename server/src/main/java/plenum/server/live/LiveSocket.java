package plenum.server.live;

import io.netty.channel.Channel;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PersonId;

/** One tablet's connection. Lives on its event loop's thread and never blocks. */
final class LiveSocket {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final long NEVER = -1;

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
    private final long openedMs;
    private final FloodGate gate = new FloodGate();
    private final Assembly assembly = new Assembly();
    private Phase phase = Phase.OPENED;
    private long heardMs;
    private boolean overdue; // at the last look
    private long closingMs = NEVER;
    private long fullMs = NEVER; // since when the buffer is full
    private @Nullable Member member;

    /** Who sits here since the hello, and what the person has seen. */
    private static final class Member {
        final FanOut session;
        final Audience audience;
        SignedIn who;
        long seen; // sequence of the state sent last
        long mineSeen; // sequence of the me sent last
        boolean mineMissed;

        Member(FanOut session, Audience audience, SignedIn who) {
            this.session = session;
            this.audience = audience;
            this.who = who;
        }

        PersonId person() {
            return who.actor().person();
        }
    }

    private LiveSocket(ServerWebSocket socket, Channel channel, Loop loop, Door door) {
        this.socket = socket;
        this.channel = channel;
        this.loop = loop;
        this.door = door;
        this.openedMs = door.clock().millis();
        this.heardMs = openedMs;
    }

    /** Takes over a socket that was just accepted; the caller is on its loop. */
    static void open(ServerWebSocket socket, Channel channel, Loop loop, Door door) {
        var live = new LiveSocket(socket, channel, loop, door);
        loop.add(live);
        socket.frameHandler(live::onFrame);
        socket.drainHandler(ignored -> live.onDrain());
        socket.closeHandler(ignored -> live.onClosed());
        socket.exceptionHandler(broken -> LOG.debug("live socket: {}", broken.toString()));
    }

    Loop loop() {
        return loop;
    }

    /** Only after admission. */
    PersonId person() {
        return member().person();
    }

    private Member member() {
        if (member == null) throw new IllegalStateException("no hello yet");
        return member;
    }

    // what the client says -----------------------------------------------------------------------------------

    private void onFrame(WebSocketFrame frame) {
        if (phase == Phase.CLOSING || frame.isClose()) return;
        heardMs = door.clock().millis();
        if (!gate.admits(heardMs, door.limits())) {
            close(CloseCode.TOO_MANY);
            return;
        }
        switch (assembly.add(frame)) {
            case Assembly.Outcome.Waiting ignored -> {}
            case Assembly.Outcome.Unfit ignored -> close(CloseCode.MALFORMED);
            case Assembly.Outcome.Complete complete -> onMessage(FrameReader.read(complete.utf8()));
        }
    }

    private void onMessage(ClientFrame message) {
        switch (message) {
            case ClientFrame.Malformed ignored -> close(CloseCode.MALFORMED);
            case ClientFrame.OtherVersion ignored -> close(CloseCode.VERSION);
            case ClientFrame.Hello hello -> onHello(hello);
            case ClientFrame.Ping ping -> onPing(ping.n());
            case ClientFrame.Do order -> onDo(order);
            case ClientFrame.Renew renew -> onRenew(renew.token());
        }
    }

    private void onPing(long n) {
        if (phase == Phase.LIVE) send(ServerFrames.pong(n, heardMs));
        else close(CloseCode.UNAUTHENTICATED);
    }

    private void onDo(ClientFrame.Do order) {
        if (phase != Phase.LIVE) {
            close(CloseCode.UNAUTHENTICATED);
            return;
        }
        var seat = member();
        door.orders().place(order, seat.who.actor(), seat.session, answer -> loop.post(() -> send(answer.get())));
    }

    private void onHello(ClientFrame.Hello hello) {
        if (phase != Phase.OPENED) {
            close(CloseCode.MALFORMED);
            return;
        }
        phase = Phase.GREETED;
        socket.pause();
        door.greeter().greet(hello, greeting -> loop.post(() -> onGreeting(hello, greeting)));
    }

    private void onGreeting(ClientFrame.Hello hello, Greeter.Greeting greeting) {
        if (phase != Phase.GREETED) return;
        switch (greeting) {
            case Greeter.Greeting.Turned turned -> close(turned.why());
            case Greeter.Greeting.Admitted admitted -> admitUnlessRevoked(hello, admitted);
        }
    }

    private void admitUnlessRevoked(ClientFrame.Hello hello, Greeter.Greeting.Admitted admitted) {
        var person = admitted.who().actor().person();
        if (door.revocations().after(person, openedMs)) close(CloseCode.UNAUTHENTICATED);
        else admit(hello, admitted);
    }

    private void admit(ClientFrame.Hello hello, Greeter.Greeting.Admitted admitted) {
        var seat = new Member(admitted.session(), hello.as(), admitted.who());
        member = seat;
        phase = Phase.LIVE;
        seat.session.join(this);
        var showing = seat.session.showing(); // after joining: what comes later is sent
        var view = showing.view(hello.as());
        seat.seen = view.seq();
        seat.mineSeen = showing.hall().seq();
        send(ServerFrames.welcome(hello.session(), hello.as(), door.clock().millis()));
        send(view.opening(hello.after(), showing.hall().seq()));
        send(showing == admitted.showing() ? admitted.mine() : FanOut.me(showing.hall(), seat.person()));
        socket.resume();
    }

    private void onRenew(String token) {
        if (phase != Phase.LIVE) {
            close(CloseCode.UNAUTHENTICATED);
            return;
        }
        var askedMs = heardMs;
        door.greeter().renew(token, who -> loop.post(() -> onRenewed(who, askedMs)));
    }

    private void onRenewed(Optional<SignedIn> renewed, long askedMs) {
        if (phase != Phase.LIVE) return;
        var seat = member();
        var same = renewed.filter(who -> who.actor().person().equals(seat.person()))
                .filter(who -> !door.revocations().after(seat.person(), askedMs));
        if (same.isEmpty()) close(CloseCode.UNAUTHENTICATED);
        else if (!Greeter.mayBe(seat.audience, same.get(), seat.session)) close(CloseCode.WRONG_ROLE);
        else seat.who = same.get();
    }

    // what the session shows ---------------------------------------------------------------------------------

    /** Sends what is new to this socket, or nothing while its buffer is full. */
    void show(Showing showing) {
        if (blocked()) return;
        var seat = member();
        var view = showing.view(seat.audience);
        var news = view.changedAfter(seat.seen);
        if (news == null) return;
        seat.seen = view.seq();
        send(news);
    }

    void showMine(long seq, String mine) {
        var seat = member();
        if (seq <= seat.mineSeen) return;
        if (blocked()) {
            seat.mineMissed = true;
            return;
        }
        seat.mineSeen = seq;
        send(mine);
    }

    private boolean blocked() {
        if (phase != Phase.LIVE) return true;
        if (socket.isClosed() || !socket.writeQueueFull()) return socket.isClosed();
        if (fullMs == NEVER) fullMs = door.clock().millis();
        return true;
    }

    private void onDrain() {
        fullMs = NEVER;
        if (phase != Phase.LIVE) return;
        var seat = member();
        var showing = seat.session.showing();
        show(showing);
        if (seat.mineMissed && !blocked()) {
            seat.mineMissed = false;
            seat.mineSeen = showing.hall().seq();
            send(FanOut.me(showing.hall(), seat.person()));
        }
    }

    private void send(String text) {
        if (phase == Phase.CLOSING || socket.isClosed()) return;
        socket.writeTextMessage(text).onFailure(gone -> LOG.debug("tablet left: {}", gone.toString()));
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
        if (!member().who.expiresAt().isAfter(Instant.ofEpochMilli(nowMs))) close(CloseCode.UNAUTHENTICATED);
        else if (full() && nowMs - fullMs > door.limits().slow().toMillis()) close(CloseCode.TOO_SLOW);
    }

    /** Also sees a buffer that answers filled, which nothing was skipped for. */
    private boolean full() {
        return blocked() && fullMs != NEVER;
    }

    /** Ends the person's socket because the sign-in was ended. */
    void revoke(PersonId person) {
        if (member != null && member.person().equals(person)) close(CloseCode.UNAUTHENTICATED);
    }

    void close(CloseCode why) {
        if (phase == Phase.CLOSING) return;
        phase = Phase.CLOSING;
        closingMs = door.clock().millis();
        LOG.debug("live socket closed: {}", why);
        if (!socket.isClosed()) socket.close(why.number(), why.reason()).onFailure(gone -> LOG.debug("gone", gone));
    }

    /** Ends the connection without farewell: a close frame waits behind a full buffer for ever when nobody reads. */
    private void cut() {
        var ignored = channel.pipeline().firstContext().close(); // past Vert.x's handler, which would say farewell
    }

    private void onClosed() {
        phase = Phase.CLOSING;
        loop.remove(this);
        if (member != null) member.session.leave(this);
    }
}

package plenum.server.live;

import org.jspecify.annotations.Nullable;
import plenum.server.access.Access;
import plenum.server.hall.Hall;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PersonId;

/** One tablet's end of the live protocol. Lives on its connection's event loop and never blocks. */
final class LiveSocket implements Connection.Protocol {
    private final Connection connection;
    private final Entry entry;
    private final Orders orders;
    private @Nullable Member member;

    /** Where the person sits since the hello, and what the person has seen. */
    private static final class Member {
        final FanOut session;
        final Audience audience;
        long seen; // sequence of the state sent last
        long mineSeen; // sequence of the me sent last
        boolean mineMissed;

        Member(FanOut session, Audience audience) {
            this.session = session;
            this.audience = audience;
        }
    }

    LiveSocket(Connection connection, Entry entry, Orders orders) {
        this.connection = connection;
        this.entry = entry;
        this.orders = orders;
    }

    Loop loop() {
        return connection.loop();
    }

    /** Only after admission. */
    PersonId person() {
        return connection.person();
    }

    private Member member() {
        if (member == null) throw new IllegalStateException("no hello yet");
        return member;
    }

    // what the client says -----------------------------------------------------------------------------------

    @Override
    public void onMessage(byte[] utf8) {
        switch (FrameReader.read(utf8)) {
            case ClientFrame.Malformed ignored -> connection.close(CloseCode.MALFORMED);
            case ClientFrame.OtherVersion ignored -> connection.close(CloseCode.VERSION);
            case ClientFrame.Hello hello ->
                connection.greet(hello.token(), who -> entry.enter(hello, who), seat -> onAdmitted(hello, seat));
            case ClientFrame.Ping ping -> signedIn(() -> send(ServerFrames.pong(ping.n(), connection.nowMs())));
            case ClientFrame.Do order -> signedIn(() -> onDo(order));
            case ClientFrame.Renew renew -> signedIn(() -> onRenew(renew));
        }
    }

    private void signedIn(Runnable action) {
        if (connection.live()) action.run();
        else connection.close(CloseCode.UNAUTHENTICATED);
    }

    private void onDo(ClientFrame.Do order) {
        var actor = connection.who().actor();
        orders.place(order, actor, member().session, answer -> connection.post(() -> send(answer.get())));
    }

    private void onRenew(ClientFrame.Renew renew) {
        var seat = member();
        connection.renew(renew.token(), who -> Entry.mayBe(seat.audience, who, seat.session));
    }

    private void onAdmitted(ClientFrame.Hello hello, Entry.Seat found) {
        var seat = new Member(found.session(), hello.as());
        member = seat;
        seat.session.join(this);
        var showing = seat.session.showing(); // after joining: what comes later is sent
        var view = showing.view(hello.as());
        seat.seen = view.seq();
        seat.mineSeen = showing.hall().seq();
        send(ServerFrames.welcome(hello.session(), hello.as(), connection.nowMs()));
        send(view.opening(hello.after(), showing.hall().seq()));
        send(showing == found.showing() ? found.mine() : FanOut.me(showing.hall(), person()));
    }

    // what the session shows ---------------------------------------------------------------------------------

    /** Sends what is new to this socket, or nothing while its buffer is full. */
    void show(Showing showing) {
        if (connection.blocked()) return;
        var seat = member();
        var view = showing.view(seat.audience);
        var news = view.changedAfter(seat.seen);
        if (news == null) return;
        seat.seen = view.seq();
        send(news);
    }

    /** Ends it when the person may not see this any more. */
    void recheck(Hall hall) {
        var audiences = Access.audiences(hall.roles(connection.who().actor()));
        if (!audiences.contains(member().audience)) connection.close(CloseCode.NO_SUCH_SESSION);
    }

    void showMine(long seq, byte[] mine) {
        var seat = member();
        if (seq <= seat.mineSeen) return;
        if (connection.blocked()) {
            seat.mineMissed = true;
            return;
        }
        seat.mineSeen = seq;
        send(mine);
    }

    @Override
    public void onDrain() {
        var seat = member();
        var showing = seat.session.showing();
        show(showing);
        if (seat.mineMissed && !connection.blocked()) {
            seat.mineMissed = false;
            seat.mineSeen = showing.hall().seq();
            send(FanOut.me(showing.hall(), person()));
        }
    }

    private void send(byte[] message) {
        connection.send(message);
    }

    @Override
    public void onClosed(@Nullable CloseCode ours, int theirs) {
        member().session.leave(this);
    }
}

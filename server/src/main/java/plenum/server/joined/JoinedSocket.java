package plenum.server.joined;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.kernel.SessionId;
import plenum.server.live.CloseCode;
import plenum.server.live.Connection;
import plenum.server.platform.Json;
import plenum.server.platform.MalformedJson;
import plenum.server.points.PointProblem;

/** The province's end of a district's socket. Lives on its connection's event loop and never blocks. */
final class JoinedSocket implements Connection.Protocol {
    private static final Logger LOG = LoggerFactory.getLogger(JoinedSocket.class);

    private final Connection connection;
    private final JoinedEndpoint endpoint;
    private final String nonce = Pairing.random();
    /** What may block, in order. */
    private final Work work = new Work("joined");

    private final Set<SessionId> touched = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    /** On the thread of work: what the other was told last. */
    private final Map<SessionId, SharedSession> told = new HashMap<>();

    private boolean sharing;
    private volatile @Nullable JoinedServer server; // since the hello

    JoinedSocket(Connection connection, JoinedEndpoint endpoint) {
        this.connection = connection;
        this.endpoint = endpoint;
        send(new Says.Challenge(nonce));
    }

    @Override
    public void onMessage(byte[] utf8) {
        try {
            switch (Json.read(utf8, Says.Up.class)) {
                case Says.Hello hello -> onHello(hello);
                case Says.Ask ask -> admitted(() -> onAsk(ask));
                case Says.Do wanted -> admitted(() -> onDo(wanted));
            }
        } catch (MalformedJson no) {
            connection.close(CloseCode.MALFORMED);
        }
    }

    /** A challenge is signed for one connection. */
    private void onHello(Says.Hello hello) {
        if (!hello.nonce().equals(nonce)) connection.close(CloseCode.UNAUTHENTICATED);
        else connection.greet(Json.text(hello), who -> endpoint.enter(hello), this::onAdmitted);
    }

    private void onAdmitted(JoinedServer known) {
        server = known;
        endpoint.join(known, this);
        look();
    }

    private void admitted(Work.Deed deed) {
        if (connection.live()) work.execute(deed);
        else connection.close(CloseCode.UNAUTHENTICATED);
    }

    /** Any thread: tells the other how it stands with it; read after joining, so that no change is missed. */
    void look() {
        work.execute(() -> {
            var known = Optional.ofNullable(server).flatMap(endpoint::again);
            known.ifPresent(one -> {
                var confirmed = one.confirmedAt() != null;
                send(new Says.Welcome(one.unitId().value(), endpoint.name(one), one.salt(), confirmed));
                if (confirmed && !sharing) shareAll(one);
            });
        });
    }

    // on the thread of work ----------------------------------------------------------------------------------

    private void shareAll(JoinedServer one) {
        sharing = true;
        endpoint.sharing().sessions(one.unitId()).forEach(session -> share(one, session));
        tellWhich();
    }

    /** Says what has changed of the session, if anything that is for the other. */
    private void share(JoinedServer one, SessionId session) {
        var now = endpoint.sharing().session(one.unitId(), session);
        if (now.isEmpty()) {
            if (told.remove(session) != null) tellWhich();
        } else if (!now.get().equals(told.put(session, now.get()))) {
            send(new Says.Session(now.get()));
        }
    }

    private void tellWhich() {
        send(new Says.Sessions(told.keySet().stream().map(SessionId::value).toList()));
    }

    private void onAsk(Says.Ask ask) {
        var paper = told.values().stream()
                .flatMap(SharedSession::papers)
                .filter(one -> one.sha256().equals(ask.sha256()))
                .findFirst();
        send(paper.isPresent() ? part(paper.get(), ask.from()) : new Says.NoPart(ask.sha256()));
    }

    /** Only of sessions that the other was told of. */
    private void onDo(Says.Do wanted) {
        var one = Optional.ofNullable(server).flatMap(endpoint::again);
        var known = told.keySet().stream().anyMatch(id -> id.value().equals(wanted.sessionId()));
        send(
                one.isPresent() && known
                        ? endpoint.orders().place(one.get(), endpoint.name(one.get()), wanted)
                        : noSuchPoint(wanted.id()));
    }

    private static Says.Down noSuchPoint(String id) {
        var problem = PointProblem.NO_SUCH_POINT;
        return new Says.Refused(id, problem.code(), problem.title(), false);
    }

    private Says.Down part(SharedSession.Paper paper, long from) {
        try {
            return endpoint.sharing().part(paper, from);
        } catch (IOException unreadable) {
            LOG.error("paper {}", paper.sha256(), unreadable);
            return new Says.NoPart(paper.sha256());
        }
    }

    private void shareTouched() {
        scheduled.set(false);
        var one = server;
        for (var session : touched) {
            touched.remove(session);
            if (sharing && one != null) share(one, session);
        }
    }

    // any thread ---------------------------------------------------------------------------------------------

    /** Something of the session has changed that may be for the other. */
    void touched(SessionId session) {
        touched.add(session);
        if (scheduled.compareAndSet(false, true)) work.execute(this::shareTouched);
    }

    void close(CloseCode why) {
        connection.post(() -> connection.close(why));
    }

    private void send(Says.Down message) {
        var utf8 = Json.bytes(message);
        connection.post(() -> connection.send(utf8));
    }

    @Override
    public void onDrain() {}

    @Override
    public void onClosed(@Nullable CloseCode ours, int theirs) {
        var known = server;
        if (known != null) endpoint.leave(known, this);
        work.close();
    }
}

package plenum.server.joined;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import plenum.server.live.CloseCode;
import plenum.server.live.Connection;
import plenum.server.platform.Json;
import plenum.server.platform.MalformedJson;

/** The province's end of a district's socket. Lives on its connection's event loop and never blocks. */
final class JoinedSocket implements Connection.Protocol {
    private final Connection connection;
    private final JoinedEndpoint endpoint;
    private final String nonce = Pairing.random();
    /** What may block, in order. */
    private final ExecutorService work =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

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

    /** Any thread: tells the other how it stands with it; read after joining, so that no change is missed. */
    void look() {
        work.execute(() -> {
            var known = Optional.ofNullable(server).flatMap(endpoint::again);
            known.ifPresent(one -> send(
                    new Says.Welcome(one.unitId().value(), endpoint.name(one), one.salt(), one.confirmedAt() != null)));
        });
    }

    /** Any thread. */
    void close(CloseCode why) {
        connection.post(() -> connection.close(why));
    }

    private void send(Says.Down message) {
        var text = Json.text(message);
        connection.post(() -> connection.send(text));
    }

    @Override
    public void onDrain() {}

    @Override
    public void onClosed(@Nullable CloseCode ours, int theirs) {
        var known = server;
        if (known != null) endpoint.leave(known, this);
        work.shutdown();
    }
}

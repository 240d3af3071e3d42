package plenum.media.dtls;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Both ends of a session and what they hear; nothing passes between them before {@link #link}. */
record Pair(End server, End client, DtlsSession passive, DtlsSession active) {
    static Pair make(DtlsHandshakes servers, DtlsHandshakes clients, UnaryOperator<byte @Nullable []> line) {
        var server = new End(line);
        var client = new End(line);
        return new Pair(server, client, servers.accept(server), clients.connect(client));
    }

    /** Linked, and each expects the certificate of the other. */
    static Pair trusting(DtlsHandshakes servers, DtlsHandshakes clients, UnaryOperator<byte @Nullable []> line) {
        var pair = make(servers, clients, line);
        pair.passive.expect(clients.identity().fingerprint());
        pair.active.expect(servers.identity().fingerprint());
        pair.link();
        return pair;
    }

    void link() {
        server.connect(active);
        client.connect(passive);
    }
}

package plenum.media.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import plenum.media.dtls.DtlsHandshakes;
import plenum.media.dtls.DtlsIdentity;
import plenum.media.dtls.DtlsListener;
import plenum.media.dtls.DtlsSession;
import plenum.media.dtls.Fingerprint;
import plenum.media.ice.IceCredentials;
import plenum.media.ice.IceListener;
import plenum.media.ice.IceLite;
import plenum.media.ice.IceSession;
import plenum.media.net.NettyTransport;
import plenum.media.net.Route;
import plenum.media.net.Transport;
import plenum.media.rtcp.RtcpReader;
import plenum.media.sdp.AnswerText;
import plenum.media.sdp.Candidate;
import plenum.media.sdp.OfferText;
import plenum.media.sdp.Slot;
import plenum.media.sdp.TransportDescription;
import plenum.media.srtp.SrtpKeys;
import plenum.media.srtp.SrtpReceiver;
import plenum.media.srtp.SrtpSender;

/** The least that a bridge can be, of the parts of the real one: each peer gets its own packets back. */
final class EchoBridge implements Transport.Handler, AutoCloseable {
    private final NettyTransport transport;
    private final IceLite<Line> ice;
    private final DtlsHandshakes handshakes = new DtlsHandshakes(DtlsIdentity.create());
    private final SecureRandom random = new SecureRandom();

    EchoBridge(InetAddress address) {
        transport = new NettyTransport(NettyTransport.Settings.on(address).withTcpPort(0));
        ice = new IceLite<>(transport);
        transport.start(this);
        var unused = transport.every(Duration.ofMillis(50), () -> ice.tick(System.nanoTime()));
    }

    /** A new connection; its offer has one voice and one picture. */
    Line open() {
        var line = new CompletableFuture<Line>();
        transport.execute(() -> line.complete(new Line()));
        return line.join();
    }

    @Override
    public void received(byte[] data, int offset, int length, Route from, long nowNs) {
        int first = data[offset] & 0xff;
        var session = ice.at(from);
        if (first <= 3) {
            ice.stun(data, offset, length, from, nowNs);
        } else if (session != null && first < 64) {
            session.peer().dtls.feed(data, offset, length);
        } else if (session != null) {
            session.peer().media(data, offset, length, nowNs);
        }
    }

    @Override
    public void batchDone(long nowNs) {}

    @Override
    public void closed(Route route) {
        ice.closed(route);
    }

    @Override
    public void close() {
        transport.close();
    }

    final class Line implements IceListener, DtlsListener {
        private final IceCredentials credentials = IceCredentials.random(random);
        private final IceSession<Line> session = ice.register(credentials, this, this);
        private final DtlsSession dtls = handshakes.accept(this);
        private final List<String> routes = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
        private @Nullable SrtpSender sender;
        private @Nullable SrtpReceiver receiver;

        String offer() {
            var description = new TransportDescription(
                    credentials.ufrag(),
                    credentials.password(),
                    handshakes.identity().fingerprint().toString());
            var candidates = new ArrayList<Candidate>();
            for (var address : transport.addresses()) {
                candidates.add(new Candidate(new InetSocketAddress(address, transport.udpPort()), false));
                candidates.add(new Candidate(new InetSocketAddress(address, transport.tcpPort()), true));
            }
            return OfferText.of(
                    1, description, candidates, List.of(new Slot("a0", false, 10, 11), new Slot("v0", true, -20, 21)));
        }

        void answer(String sdp) {
            var answer = Objects.requireNonNull(AnswerText.parse(sdp));
            transport.execute(() -> session.remoteUfrag(answer.transport().ufrag()));
            dtls.expect(
                    Objects.requireNonNull(Fingerprint.parse(answer.transport().fingerprint())));
        }

        void hangUp() {
            dtls.close();
        }

        CompletableFuture<Boolean> ended() {
            return ended;
        }

        CompletableFuture<Throwable> failure() {
            return failure;
        }

        /** The kinds of those selected so far. */
        List<String> routes() {
            return routes;
        }

        private void media(byte[] data, int offset, int length, long nowNs) {
            if (receiver == null || sender == null) {
                return;
            }
            boolean rtcp = RtcpReader.isRtcp(data, offset, length);
            int clear = rtcp ? receiver.unprotectRtcp(data, offset, length) : receiver.unprotect(data, offset, length);
            if (clear > 0) {
                session.heard(nowNs);
                int sealed = rtcp ? sender.protectRtcp(data, offset, clear) : sender.protect(data, offset, clear);
                session.send(data, offset, sealed);
            }
        }

        @Override
        public void selected(Route route, long nowNs) {
            routes.add(route.getClass().getSimpleName());
        }

        @Override
        public void disconnected(long nowNs) {}

        @Override
        public void back(long nowNs) {}

        @Override
        public void send(byte[] datagram) {
            transport.execute(() -> session.send(datagram, 0, datagram.length));
        }

        @Override
        public void keys(SrtpKeys send, SrtpKeys receive) {
            transport.execute(() -> {
                sender = new SrtpSender(send);
                receiver = new SrtpReceiver(receive);
            });
        }

        @Override
        public void failed(Throwable cause) {
            failure.complete(cause);
        }

        @Override
        public void closed() {
            ended.complete(true);
        }
    }
}

package plenum.media.load;

import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plenum.media.dtls.DtlsHandshakes;
import plenum.media.dtls.DtlsListener;
import plenum.media.dtls.DtlsSession;
import plenum.media.dtls.Fingerprint;
import plenum.media.ice.IceClient;
import plenum.media.ice.IceCredentials;
import plenum.media.ice.IceListener;
import plenum.media.net.MediaLoop;
import plenum.media.net.NettyTransport;
import plenum.media.net.Route;
import plenum.media.net.Transport;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.RtpPacket;
import plenum.media.srtp.SrtpKeys;
import plenum.media.srtp.SrtpProfile;
import plenum.media.srtp.SrtpReceiver;
import plenum.media.srtp.SrtpSender;

/**
 * A connection to a bridge as a browser has it: a UDP port of its own, ICE controlling, DTLS active, SRTP both ways. It
 * sends its streams, receives, and reports as browsers do. After {@link #connect} it belongs to the media thread.
 */
final class Peer {
    private static final long ICE_INTERVAL_NS = 50_000_000;
    private static final long REPORT_INTERVAL_NS = 1_000_000_000;
    private static final int SOCKET_BUFFER = 1 << 20;

    private final Transport transport;
    private final InetAddress host;
    private final IceCredentials credentials;
    private final DtlsHandshakes handshakes;
    private final Fingerprint fingerprint;
    private final List<OutStream> streams;
    private final @Nullable InStreams inStreams;
    private final CompletableFuture<Peer> ready = new CompletableFuture<>();
    private final RtpPacket packet = new RtpPacket();
    private final byte[] control = new byte[2_048];
    private final RtcpWriter reports = new RtcpWriter(control, 0, 1_200);
    private final RtcpVisitor requests = new Requests();
    private @Nullable IceClient ice;
    private @Nullable DtlsSession dtls;
    private @Nullable SrtpSender sender;
    private @Nullable SrtpReceiver receiver;
    private long iceNs;
    private long reportNs;
    private int transportSequence;
    private long refused;

    /** @param inStreams null: it does not watch, what comes is not counted */
    Peer(Generator generator, InetAddress host, List<OutStream> streams, @Nullable InStreams inStreams) {
        this.host = host;
        this.streams = streams;
        this.inStreams = inStreams;
        credentials = IceCredentials.random(generator.random());
        handshakes = generator.handshakes();
        fingerprint = generator.fingerprint();
        transport = open(host, generator.loop());
        transport.start(new Packets());
    }

    private static Transport open(InetAddress host, MediaLoop loop) {
        var any = NettyTransport.Settings.on(host);
        return new NettyTransport(
                new NettyTransport.Settings(any.bind(), 0, -1, SOCKET_BUFFER, SOCKET_BUFFER, true, false), loop);
    }

    List<OutStream> streams() {
        return streams;
    }

    IceCredentials credentials() {
        return credentials;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    String host() {
        return host.getHostAddress();
    }

    int port() {
        return transport.udpPort();
    }

    /** From any thread; waits until it has its keys. */
    void connect(Remote remote) {
        transport.execute(() -> begin(remote));
        var unused = ready.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void begin(Remote remote) {
        long nowNs = System.nanoTime();
        var way = transport.route(remote.address());
        if (way == null) {
            throw new IllegalStateException("no way to " + remote.address());
        }
        var client = new IceClient(
                transport,
                credentials,
                new IceCredentials(remote.ufrag(), remote.password()),
                new Ways(remote.fingerprint()),
                new Random(port()));
        ice = client;
        if (inStreams != null) {
            inStreams.rtx(remote.rtx());
        }
        client.add(way, 1, nowNs);
    }

    /** Does what is due; called every millisecond. */
    void tick(long nowNs) {
        if (ice != null && nowNs - iceNs >= ICE_INTERVAL_NS) {
            iceNs = nowNs;
            ice.tick(nowNs);
        }
        if (sender != null) {
            for (int i = 0; i < streams.size(); i++) {
                streams.get(i).sendDue(this, nowNs);
            }
            report(sender, nowNs);
        }
        transport.flush();
    }

    private void report(SrtpSender protector, long nowNs) {
        if (nowNs - reportNs >= REPORT_INTERVAL_NS) {
            reportNs = nowNs;
            writeReports();
            sendControl(protector, reports.length());
        }
        if (inStreams != null) {
            int length = inStreams.feedback(control, nowNs);
            while (length > 0) {
                sendControl(protector, length);
                length = inStreams.feedback(control, nowNs);
            }
        }
    }

    private void writeReports() {
        reports.clear();
        long unixMs = System.currentTimeMillis();
        for (int i = 0; i < streams.size(); i++) {
            streams.get(i).report(reports, unixMs);
        }
        if (inStreams != null) {
            inStreams.report(reports);
        }
    }

    private void sendControl(SrtpSender protector, int length) {
        if (length > 0 && ice != null) {
            ice.send(control, 0, protector.protectRtcp(control, 0, length));
        }
    }

    int nextTransportSequence() {
        return transportSequence++ & 0xffff;
    }

    /** Protects and sends an RTP packet, in place. */
    void send(byte[] b, int length) {
        if (sender != null && ice != null) {
            ice.send(b, 0, sender.protect(b, 0, length));
        }
    }

    /** Packets that were not authentic, malformed, or came again. */
    long refused() {
        return refused;
    }

    /** From any thread but the media thread. */
    void close() {
        transport.execute(() -> {
            if (dtls != null) {
                dtls.close();
            }
            if (ice != null) {
                ice.close();
            }
        });
        transport.close();
    }

    private void secured(SrtpKeys send, SrtpKeys receive) {
        long nowNs = System.nanoTime();
        sender = new SrtpSender(send);
        receiver = new SrtpReceiver(receive);
        reportNs = nowNs - nowNs % 7 * REPORT_INTERVAL_NS / 7;
        for (var stream : streams) {
            stream.start(nowNs);
        }
        ready.complete(this);
    }

    private void received(byte[] data, int offset, int length, long nowNs) {
        if (receiver == null) {
            return;
        }
        boolean rtcp = RtcpReader.isRtcp(data, offset, length);
        int plain = rtcp ? receiver.unprotectRtcp(data, offset, length) : receiver.unprotect(data, offset, length);
        boolean good = plain > 0
                && (rtcp ? RtcpReader.read(data, offset, plain, requests) : packet.parse(data, offset, plain));
        if (!good) {
            refused++;
        } else if (!rtcp && inStreams != null) {
            inStreams.received(packet, nowNs);
        }
    }

    /** Sorts what arrives (RFC 7983). */
    private final class Packets implements Transport.Handler {
        @Override
        public void received(byte[] data, int offset, int length, Route from, long nowNs) {
            int first = data[offset] & 0xff;
            if (first >= 128 && first < 192) {
                Peer.this.received(data, offset, length, nowNs);
            } else if (first >= 20 && first < 64 && dtls != null) {
                dtls.feed(data, offset, length);
            } else if (first < 4 && ice != null) {
                ice.stun(data, offset, length, from, nowNs);
            }
        }

        @Override
        public void batchDone(long nowNs) {}
    }

    private final class Ways implements IceListener {
        private final Fingerprint expected;

        Ways(Fingerprint expected) {
            this.expected = expected;
        }

        @Override
        public void selected(Route route, long nowNs) {
            if (dtls == null) {
                var session = handshakes.connect(new Handshake());
                dtls = session;
                session.expect(expected);
            }
        }

        @Override
        public void disconnected(long nowNs) {}

        @Override
        public void back(long nowNs) {}
    }

    private final class Handshake implements DtlsListener {
        @Override
        public void send(byte[] datagram) {
            transport.execute(() -> {
                if (ice != null) {
                    ice.send(datagram, 0, datagram.length);
                }
            });
        }

        @Override
        public void keys(SrtpKeys send, SrtpKeys receive) {
            if (send.profile() != SrtpProfile.AEAD_AES_128_GCM) {
                failed(new IllegalStateException("the bridge chose " + send.profile()));
                return;
            }
            transport.execute(() -> secured(send, receive));
        }

        @Override
        public void failed(Throwable cause) {
            ready.completeExceptionally(cause);
        }

        @Override
        public void closed() {
            ready.completeExceptionally(new IllegalStateException("closed by the bridge"));
        }
    }

    private final class Requests implements RtcpVisitor {
        @Override
        public void pictureLoss(int mediaSsrc) {
            for (var stream : streams) {
                if (stream.ssrc() == mediaSsrc) {
                    stream.wantKeyFrame();
                }
            }
        }

        @Override
        public void fullIntraRequest(int mediaSsrc, int command) {
            pictureLoss(mediaSsrc);
        }
    }
}

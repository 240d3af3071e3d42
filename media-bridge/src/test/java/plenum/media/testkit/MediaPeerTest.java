package plenum.media.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.media.peer.MediaPeer;
import plenum.media.peer.MediaPeers;
import plenum.media.peer.OfferedMedia;
import plenum.media.peer.OfferedTransport;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/** Sockets, ICE, DTLS, SRTP and SDP together, at both ends. */
class MediaPeerTest {
    private static final Map<String, List<String>> CAMERA = Map.of("1", List.of("q", "h", "f"));

    private final MediaPeers peers = new MediaPeers();
    private final ReceivedMedia received = new ReceivedMedia();

    @AfterEach
    void end() {
        peers.close();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,false", "::1,false", "127.0.0.1,true", "::1,true"})
    void mediaGoesThereAndBack(String address, boolean tcp) throws Exception {
        try (var bridge = new EchoBridge(InetAddress.getByName(address))) {
            var line = bridge.open();
            var candidates = OfferedTransport.of(line.offer()).candidates().stream()
                    .filter(candidate -> candidate.tcp() == tcp)
                    .toList();
            var peer = peers.answer(line.offer(), candidates, CAMERA, received);
            line.answer(peer.answer());
            peer.connectNow();
            assertThat(line.routes()).contains(tcp ? "TcpRoute" : "UdpRoute");
            assertRoundTrip(peer);
            assertRtcpRoundTrip(peer);
        }
    }

    private void assertRoundTrip(MediaPeer peer) throws InterruptedException {
        var stream = new RtpStream(peer, Codec.VP8, 77, "1", "h");
        byte[] payload = new byte[1_000];
        payload[999] = 5;
        peer.execute(() -> stream.send(payload, true, 90));
        var packet = received.nextRtp(any -> true);
        assertThat(packet.ssrc()).isEqualTo(77);
        assertThat(packet.mid()).isEqualTo("1");
        assertThat(packet.rid()).isEqualTo("h");
        assertThat(packet.transportSequence()).isZero();
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadLength()).isEqualTo(1_000);
        assertThat(packet.buffer()[packet.payloadOffset() + 999]).isEqualTo((byte) 5);
    }

    private void assertRtcpRoundTrip(MediaPeer peer) throws InterruptedException {
        byte[] data = new byte[200];
        var writer = new RtcpWriter(data, 0, 150);
        assertThat(writer.pictureLoss(1, 2)).isTrue();
        int length = writer.length();
        peer.execute(() -> peer.sendRtcp(data, 0, length));
        assertThat(received.nextRtcp(any -> true)).hasSize(length);
    }

    @Test
    void thePeerTakesTheSlotsOfTheOffer() throws Exception {
        try (var bridge = new EchoBridge(InetAddress.getByName("127.0.0.1"))) {
            var line = bridge.open();
            var peer = peers.answer(line.offer(), CAMERA, received);
            assertThat(peer.offered()).extracting(OfferedMedia::mid).containsExactly("0", "1", "2", "a0", "v0");
            assertThat(peer.offered("v0").ssrc()).isEqualTo(-20);
            assertThat(peer.offered("v0").rtxSsrc()).isEqualTo(21);
            assertThat(peer.offered("a0").slot()).isTrue();
            assertThat(peer.answer()).contains("a=simulcast:send q;h;f");
        }
    }

    @Test
    void aPeerHearsTheGoodByeOfTheBridge() throws Exception {
        try (var bridge = new EchoBridge(InetAddress.getByName("127.0.0.1"))) {
            var line = bridge.open();
            var peer = connected(line);
            line.hangUp();
            assertThat(peer.awaitEnd()).isSameAs(peer);
        }
    }

    @Test
    void theBridgeHearsTheGoodByeOfAPeer() throws Exception {
        try (var bridge = new EchoBridge(InetAddress.getByName("127.0.0.1"))) {
            var line = bridge.open();
            connected(line).close();
            assertThat(line.ended().get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private MediaPeer connected(EchoBridge.Line line) {
        var peer = peers.answer(line.offer(), CAMERA, received);
        line.answer(peer.answer());
        return peer.connectNow();
    }

    @Test
    void anImpostorGetsNoConnection() throws Exception {
        try (var bridge = new EchoBridge(InetAddress.getByName("127.0.0.1"))) {
            var line = bridge.open();
            var other = bridge.open();
            var peer = peers.answer(line.offer(), CAMERA, received);
            try (var others = new MediaPeers()) {
                var honest = others.answer(other.offer(), CAMERA, received);
                line.answer(
                        peer.answer().replaceAll("a=fingerprint:.*", "a=fingerprint:" + fingerprint(honest.answer())));
                assertThatThrownBy(peer::connectNow).isInstanceOf(IllegalStateException.class);
                assertThat(line.failure().get(10, TimeUnit.SECONDS)).hasMessageContaining("bad_certificate");
            }
        }
    }

    private static String fingerprint(String sdp) {
        return sdp.lines()
                .filter(line -> line.startsWith("a=fingerprint:"))
                .findFirst()
                .orElseThrow()
                .substring(14);
    }

    @Test
    void aHundredPeersShareOneThread() throws Exception {
        try (var bridge = new EchoBridge(InetAddress.getByName("127.0.0.1"))) {
            List<MediaPeer> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                var line = bridge.open();
                var peer = peers.answer(line.offer(), CAMERA, received);
                line.answer(peer.answer());
                all.add(peer);
            }
            all.forEach(MediaPeer::connect);
            for (int i = 0; i < 100; i++) {
                var peer = all.get(i).connectNow();
                var stream = new RtpStream(peer, Codec.OPUS, 1000 + i, "0", "");
                peer.execute(() -> stream.send(new byte[80], true, 0));
                int ssrc = 1000 + i;
                assertThat(received.nextRtp(packet -> packet.ssrc() == ssrc))
                        .extracting(RtpPacket::audioLevel)
                        .isEqualTo(20);
            }
        }
    }
}

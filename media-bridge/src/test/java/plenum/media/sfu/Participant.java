package plenum.media.sfu;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.peer.MediaPeer;
import plenum.media.peer.MediaPeers;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;
import plenum.media.testkit.ReceivedMedia;
import plenum.media.testkit.RtpStream;

/** A peer that speaks and films like a browser: 50 voice packets and 30 frames a second, key frames when asked. */
final class Participant implements MediaPeer.Listener, RtcpVisitor, AutoCloseable {
    private final EndpointId id;
    private final ReceivedMedia received = new ReceivedMedia();
    private final MediaPeer peer;
    private final int bridgePort;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<Integer, Boolean> keyFrames = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> counts = new ConcurrentHashMap<>();

    Participant(String name, MediaPeers peers, String offer, Map<String, List<String>> layers) {
        id = new EndpointId(name);
        peer = peers.answer(offer, layers, this);
        bridgePort = Integer.parseInt(offer.replaceAll("(?s).* udp \\d+ \\S+ (\\d+) typ host.*", "$1"));
    }

    EndpointId id() {
        return id;
    }

    SourceId source(SourceKind kind) {
        return new SourceId(id, kind);
    }

    MediaPeer peer() {
        return peer;
    }

    ReceivedMedia received() {
        return received;
    }

    /** Speaks from now on, in packets of so many bytes. @return the stream */
    @CanIgnoreReturnValue
    RtpStream speak(int ssrc, int bytes) {
        var stream = new RtpStream(peer, Codec.OPUS, ssrc, "0", "");
        var unused = clock.scheduleAtFixedRate(new Speech(stream, bytes), 0, 20, TimeUnit.MILLISECONDS);
        return stream;
    }

    /** Films from now on, one layer. @return the stream */
    @CanIgnoreReturnValue
    RtpStream film(int ssrc, String rid, int height) {
        var stream = new RtpStream(peer, Codec.VP8, ssrc, "1", rid);
        var unused = clock.scheduleAtFixedRate(new Film(stream, height), 0, 33, TimeUnit.MILLISECONDS);
        return stream;
    }

    /** Neither speaks nor films any more. */
    void rest() {
        clock.shutdownNow();
    }

    /** The SSRC of one of its slots. */
    int slot(String mid) {
        return peer.offered(mid).ssrc();
    }

    /** The next packet in one of its slots. */
    @CanIgnoreReturnValue
    RtpPacket next(String mid) throws InterruptedException {
        return received.nextRtp(packet -> packet.ssrc() == slot(mid));
    }

    @CanIgnoreReturnValue
    RtpPacket next(String mid, Predicate<RtpPacket> wanted) throws InterruptedException {
        return received.nextRtp(packet -> packet.ssrc() == slot(mid) && wanted.test(packet));
    }

    /** Waits until its media thread has done what it was given so far. */
    void awaitSent() {
        long unused = refused();
    }

    /** The UDP port of the bridge. */
    int bridgePort() {
        return bridgePort;
    }

    /** How many packets came in one of its slots so far. */
    int count(String mid) {
        return counts.getOrDefault(slot(mid), 0);
    }

    /** Waits until so many packets were refused because they had come before, or were not authentic. */
    void awaitRefused(long count) throws InterruptedException {
        while (refused() < count) {
            received.nextRtp(packet -> true);
        }
    }

    long refused() {
        var count = new CompletableFuture<Long>();
        peer.execute(() -> count.complete(peer.refused()));
        return count.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Sends an RTCP packet that the writer is told to write. */
    void send(Predicate<RtcpWriter> content) {
        byte[] data = new byte[300];
        var writer = new RtcpWriter(data, 0, 200);
        if (!content.test(writer)) {
            throw new IllegalArgumentException("too much for one packet");
        }
        peer.execute(() -> peer.sendRtcp(data, 0, writer.length()));
    }

    @Override
    public void rtp(byte[] data, int offset, int length, long nowNs) {
        counts.merge(Bytes.i32(data, offset + 8), 1, Integer::sum);
        received.rtp(data, offset, length, nowNs);
    }

    @Override
    public void rtcp(byte[] data, int offset, int length, long nowNs) {
        received.rtcp(data, offset, length, nowNs);
        var unused = RtcpReader.read(data, offset, length, this);
    }

    @Override
    public void pictureLoss(int mediaSsrc) {
        keyFrames.put(mediaSsrc, true);
    }

    @Override
    public void close() {
        rest();
        peer.close();
    }

    private final class Speech implements Runnable {
        private final RtpStream stream;
        private final int bytes;
        private int timestamp;

        private Speech(RtpStream stream, int bytes) {
            this.stream = stream;
            this.bytes = bytes;
        }

        @Override
        public void run() {
            timestamp += 960;
            int now = timestamp;
            peer.execute(() -> stream.send(new byte[bytes], false, now));
        }
    }

    private final class Film implements Runnable {
        private final RtpStream stream;
        private final int height;
        private int frame;

        private Film(RtpStream stream, int height) {
            this.stream = stream;
            this.height = height;
        }

        @Override
        public void run() {
            frame++;
            boolean key = frame == 1 || keyFrames.remove(stream.ssrc()) != null;
            byte[] payload = Vp8Frame.of(frame, key, height);
            int timestamp = 3_000 * frame;
            peer.execute(() -> stream.send(payload, true, timestamp));
        }
    }
}

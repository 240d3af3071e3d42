package plenum.media.sfu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import plenum.media.bwe.ArrivalRecorder;
import plenum.media.forward.IncomingStream;
import plenum.media.forward.Retransmission;
import plenum.media.forward.Seen;
import plenum.media.peer.MediaPeer;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/**
 * A peer that watches one picture and hears one voice, asks for what it lacks, and reports like a browser. All on the
 * media thread of its peer.
 */
final class WatchingPeer implements MediaPeer.Listener, RtcpVisitor, AutoCloseable {
    private static final int TICKS_OF_ROUND_TRIP = 6;
    private static final int OWN_SSRC = 9;

    /** One stream with all that came of it, by number. */
    static final class Stream {
        private final IncomingStream incoming;
        private final TreeMap<Long, byte[]> packets = new TreeMap<>();

        private Stream(int ssrc, Codec codec) {
            incoming = new IncomingStream(ssrc, codec.clockRateHz());
        }

        private void take(RtpPacket p, long nowNs) {
            if (!incoming.received(p, false, nowNs)) {
                return;
            }
            packets.put(incoming.number(), Arrays.copyOfRange(p.buffer(), p.offset(), p.offset() + p.length()));
        }

        /** The numbers of which nothing came, of the last few seconds. @return how many */
        private int missing(int[] out) {
            int count = 0;
            long last = packets.isEmpty() ? 0 : packets.lastKey();
            for (long number = packets.isEmpty() ? 0 : Math.max(packets.firstKey(), last - 400);
                    number < last;
                    number++) {
                if (!packets.containsKey(number) && count < out.length) {
                    out[count++] = (int) number & 0xffff;
                }
            }
            return count;
        }

        /** Numbers between the first and the last one of which nothing came. */
        long holes() {
            return packets.isEmpty() ? 0 : packets.lastKey() - packets.firstKey() + 1 - packets.size();
        }

        int count() {
            return packets.size();
        }

        @Override
        public String toString() {
            var holes = LongStream.range(packets.firstKey(), packets.lastKey())
                    .filter(number -> !packets.containsKey(number))
                    .boxed()
                    .toList();
            return packets.firstKey() + " to " + packets.lastKey() + " without " + holes;
        }
    }

    private record Waiting(BooleanSupplier condition, CompletableFuture<Boolean> done) {}

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final RtpPacket packet = new RtpPacket();
    private final ArrivalRecorder arrivals = new ArrivalRecorder();
    private final byte[] rtcp = new byte[1_400];
    private final RtcpWriter writer = new RtcpWriter(rtcp, 0, 1_200);
    private final int[] missing = new int[100];
    private final List<Waiting> waiting = new ArrayList<>();
    private final MediaPeer peer;
    private final Stream picture;
    private final Stream voice;
    private final int rtxSsrc;
    private boolean decodable;
    private int ticks;

    WatchingPeer(Joining room) {
        peer = room.join(Map.of(), this);
        picture = new Stream(peer.offered("v0").ssrc(), Codec.VP8);
        rtxSsrc = peer.offered("v0").rtxSsrc();
        voice = new Stream(peer.offered("a0").ssrc(), Codec.OPUS);
    }

    void begin() {
        peer.connect();
        var unused = clock.scheduleAtFixedRate(() -> peer.execute(this::tick), 10, 10, TimeUnit.MILLISECONDS);
    }

    /** To be looked at on the media thread. */
    Stream picture() {
        return picture;
    }

    Stream voice() {
        return voice;
    }

    /** Whether a key frame has begun. To be looked at on the media thread. */
    boolean decodable() {
        return decodable;
    }

    /** Waits until a condition holds that is looked at on the media thread. */
    void await(BooleanSupplier condition) {
        var done = new CompletableFuture<Boolean>();
        peer.execute(() -> waiting.add(new Waiting(condition, done)));
        if (!done.completeOnTimeout(false, 30, TimeUnit.SECONDS).join()) {
            throw new AssertionError("picture: " + picture + ", voice: " + voice);
        }
    }

    /** The packets of the picture up to now, as a {@link plenum.media.forward.Vp8Sender} sent them. */
    List<Seen> seen() {
        var now = new CompletableFuture<List<byte[]>>();
        peer.execute(() -> now.complete(List.copyOf(picture.packets.values())));
        return now.orTimeout(30, TimeUnit.SECONDS).join().stream()
                .map(bytes -> Objects.requireNonNull(Seen.of(bytes, bytes.length)))
                .toList();
    }

    private void tick() {
        long nowNs = System.nanoTime();
        int length = arrivals.write(rtcp, 0, OWN_SSRC, picture.incoming.ssrc(), nowNs);
        if (length > 0) {
            peer.sendRtcp(rtcp, 0, length);
        }
        writer.clear();
        boolean room = true;
        if (++ticks % 100 == 0) {
            room = writer.receiverReport(OWN_SSRC)
                    && picture.incoming.report(writer, nowNs)
                    && voice.incoming.report(writer, nowNs);
        }
        room = room && ask(picture) && ask(voice);
        if (!decodable && picture.count() > 0 && ticks % 20 == 0) {
            room = room && writer.pictureLoss(OWN_SSRC, picture.incoming.ssrc());
        }
        if (room && writer.length() > 0) {
            peer.sendRtcp(rtcp, 0, writer.length());
        }
        waiting.removeIf(wait -> wait.condition().getAsBoolean() && wait.done().complete(true));
    }

    /** Never gives up, also on a machine that stood still for a second. */
    private boolean ask(Stream stream) {
        int count = ticks % TICKS_OF_ROUND_TRIP == 0 ? stream.missing(missing) : 0;
        return count == 0 || writer.nack(OWN_SSRC, stream.incoming.ssrc(), missing, count);
    }

    @Override
    public void rtp(byte[] data, int offset, int length, long nowNs) {
        if (!packet.parse(data, offset, length)) {
            throw new IllegalStateException("the bridge sent a malformed packet");
        }
        arrivals.received(packet.transportSequence(), packet.marker(), nowNs);
        if (packet.ssrc() == voice.incoming.ssrc()) {
            voice.take(packet, nowNs);
        } else if (packet.ssrc() == picture.incoming.ssrc() || restored()) {
            picture.take(packet, nowNs);
            decodable |= keyFrame();
        }
    }

    /** Whether a key frame of a {@link plenum.media.forward.Vp8Sender} begins. */
    private boolean keyFrame() {
        byte[] b = packet.buffer();
        int at = packet.payloadOffset();
        return packet.payloadLength() > 6 && (b[at] & 0x10) != 0 && (b[at + 6] & 1) == 0;
    }

    private boolean restored() {
        return packet.ssrc() == rtxSsrc && Retransmission.restore(packet, picture.incoming.ssrc());
    }

    @Override
    public void rtcp(byte[] data, int offset, int length, long nowNs) {
        var unused = RtcpReader.read(data, offset, length, this);
    }

    @Override
    public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
        for (Stream stream : List.of(picture, voice)) {
            if (stream.incoming.ssrc() == ssrc) {
                stream.incoming.senderReport(ntp, rtpTimestamp, System.nanoTime());
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

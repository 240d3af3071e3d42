package plenum.server.load;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import plenum.media.bwe.ArrivalRecorder;
import plenum.media.peer.MediaPeer;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;
import plenum.media.rtp.SequenceNumbers;

/** What a meeting room sees: whose picture has come, how large, and what is missing. On the media thread. */
final class Sight implements MediaPeer.Listener {
    private static final int DESCRIPTOR = 4;
    private static final int FULL = 720;
    /** How long a picture may lack its key frame before it is asked for. */
    private static final long PATIENCE_NS = 300_000_000;

    private final RtpPacket packet = new RtpPacket();
    private final ArrivalRecorder arrivals = new ArrivalRecorder();
    private final byte[] message = new byte[2 * ArrivalRecorder.MAX_MESSAGE];
    private final Reports reports = new Reports();
    private final Map<Integer, int[]> newest = new HashMap<>(); // sequence number by SSRC
    private final MediaPeer.Listener requests;
    private final Supplier<Glimpse> glimpse;
    private int undecodable; // SSRC of what is looked for and has no key frame yet; 0: nothing
    private long requestedNs = System.nanoTime();
    private long packets;
    private long missing;

    /**
     * When a camera's key frames come.
     *
     * @param mark of the camera
     * @param any of whatever size
     * @param full of 720 lines
     */
    record Glimpse(int mark, CompletableFuture<Long> any, CompletableFuture<Long> full) {
        static Glimpse of(int mark) {
            return new Glimpse(mark, new CompletableFuture<>(), new CompletableFuture<>());
        }
    }

    /**
     * @param requests gets the control packets too
     * @param glimpse what is looked for now
     */
    Sight(MediaPeer.Listener requests, Supplier<Glimpse> glimpse) {
        this.requests = requests;
        this.glimpse = glimpse;
    }

    synchronized void countAnew() {
        packets = 0;
        missing = 0;
        newest.clear();
    }

    synchronized long packets() {
        return packets;
    }

    /** Packets of what was seen whose numbers were passed over and that have not come after all. */
    synchronized long missing() {
        return missing;
    }

    /** Media thread: tells the bridge what arrived, as browsers do. */
    void report(MediaPeer peer) {
        for (int length = write(); length > 0; length = write()) {
            var unused = peer.sendRtcp(message, 0, length);
        }
        if (reports.due()) tellReceived(peer);
        if (undecodable != 0 && System.nanoTime() - requestedNs > PATIENCE_NS) requestKeyFrame(peer);
    }

    private synchronized void tellReceived(MediaPeer peer) {
        var report = new RtcpWriter(message, 0, message.length);
        reports.write(report, newest);
        var unused = peer.sendRtcp(message, 0, report.length());
    }

    private void requestKeyFrame(MediaPeer peer) {
        var request = new RtcpWriter(message, 0, message.length);
        if (request.pictureLoss(1, undecodable) && peer.sendRtcp(message, 0, request.length())) {
            requestedNs = System.nanoTime();
        }
    }

    private int write() {
        return arrivals.write(message, 0, 1, 1, System.nanoTime());
    }

    @Override
    public void rtp(byte[] data, int offset, int length, long nowNs) {
        if (!packet.parse(data, offset, length)) return;
        arrivals.received(packet.transportSequence(), packet.marker(), nowNs);
        look();
    }

    private synchronized void look() {
        packets++;
        count();
        var wanted = glimpse.get();
        if (wanted.full().isDone() || !isOf(wanted.mark())) return;
        if (!isKeyFrame()) {
            undecodable = wanted.any().isDone() ? 0 : packet.ssrc();
            return;
        }
        undecodable = 0;
        wanted.any().complete(System.nanoTime());
        if (lines() >= FULL) wanted.full().complete(System.nanoTime());
    }

    private void count() {
        var last = newest.get(packet.ssrc());
        if (last == null) {
            newest.put(packet.ssrc(), new int[] {packet.sequence()});
            return;
        }
        var gap = SequenceNumbers.difference(packet.sequence(), last[0]);
        missing += gap > 0 ? gap - 1 : gap < 0 ? -1 : 0;
        if (gap > 0) last[0] = packet.sequence();
    }

    private boolean isOf(int mark) {
        var last = packet.payloadOffset() + packet.payloadLength() - 1;
        return packet.payloadType() == Codec.VP8.payloadType()
                && packet.payloadLength() > 20
                && (packet.buffer()[last] & 0xff) == mark;
    }

    /** The first packet of a key frame (RFC 7741) with a picture id of 15 bits. */
    private boolean isKeyFrame() {
        var at = packet.payloadOffset();
        return (packet.buffer()[at] & 0x10) != 0 && (packet.buffer()[at + DESCRIPTOR] & 1) == 0;
    }

    private int lines() {
        var at = packet.payloadOffset() + DESCRIPTOR + 8;
        return (packet.buffer()[at + 1] & 0x3f) << 8 | packet.buffer()[at] & 0xff;
    }

    @Override
    public void rtcp(byte[] data, int offset, int length, long nowNs) {
        var wellFormed = RtcpReader.read(data, offset, length, reports);
        if (wellFormed) requests.rtcp(data, offset, length, nowNs);
    }
}

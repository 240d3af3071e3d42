package plenum.media.testkit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import plenum.media.bwe.ArrivalRecorder;
import plenum.media.peer.MediaPeer;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;
import plenum.media.rtp.SequenceNumbers;

/**
 * What a peer that watches and listens gets, and what it tells the bridge of it: transport-wide feedback, as a browser
 * does.
 */
public final class Watcher implements MediaPeer.Listener, AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final RtpPacket packet = new RtpPacket();
    private final ArrivalRecorder arrivals = new ArrivalRecorder();
    private final byte[] message = new byte[2 * ArrivalRecorder.MAX_MESSAGE];
    private Seen seen = new Seen(0, 0, 0, 0);
    private int voiceSsrc;
    private int lastVoice = -1;

    /**
     * What was seen and heard so far.
     *
     * @param height of the newest key frame, pixels
     * @param keyFrames how many
     * @param voices voice packets that came
     * @param voicesLost voice packets that are missing between those
     */
    public record Seen(int height, int keyFrames, int voices, int voicesLost) {}

    /** Begins to give feedback over a peer that is connected. */
    public void begin(MediaPeer peer) {
        voiceSsrc = peer.offered("a0").ssrc();
        var unused =
                clock.scheduleAtFixedRate(() -> peer.execute(() -> giveFeedback(peer)), 0, 20, TimeUnit.MILLISECONDS);
    }

    private void giveFeedback(MediaPeer peer) {
        long now = System.nanoTime();
        for (int length = write(now); length > 0; length = write(now)) {
            peer.sendRtcp(message, 0, length);
        }
    }

    private int write(long nowNs) {
        return arrivals.write(message, 0, 1, voiceSsrc, nowNs);
    }

    @Override
    public void rtp(byte[] data, int offset, int length, long nowNs) {
        if (packet.parse(data, offset, length)) {
            arrivals.received(packet.transportSequence(), packet.marker(), System.nanoTime());
            see();
        }
    }

    private synchronized void see() {
        if (packet.payloadType() == Codec.OPUS.payloadType() && packet.ssrc() == voiceSsrc) {
            int gap = lastVoice < 0 ? 1 : SequenceNumbers.difference(packet.sequence(), lastVoice);
            lastVoice = gap > 0 ? packet.sequence() : lastVoice;
            seen = new Seen(seen.height, seen.keyFrames, seen.voices + 1, seen.voicesLost + gap - 1);
        } else if (packet.payloadType() == Codec.VP8.payloadType() && keyFrame()) {
            seen = new Seen(height(), seen.keyFrames + 1, seen.voices, seen.voicesLost);
        }
        notifyAll();
    }

    /** The first packet of a key frame (RFC 7741) with a picture id of 15 bits. */
    private boolean keyFrame() {
        int at = packet.payloadOffset();
        byte[] data = packet.buffer();
        return packet.payloadLength() > 20 && (data[at] & 0x10) != 0 && (data[at + 4] & 1) == 0;
    }

    private int height() {
        int at = packet.payloadOffset() + 12;
        return (packet.buffer()[at + 1] & 0x3f) << 8 | packet.buffer()[at] & 0xff;
    }

    @Override
    public void rtcp(byte[] data, int offset, int length, long nowNs) {}

    /** Waits for it. */
    public synchronized Seen await(String what, int seconds, Predicate<Seen> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!wanted.test(seen)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("no " + what + ", but " + seen);
            }
            wait(left);
        }
        return seen;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

package plenum.media.forward;

import org.jspecify.annotations.Nullable;
import plenum.media.rtp.Codec;
import plenum.media.rtp.MediaFormats;
import plenum.media.rtp.RtpPacket;

/**
 * One voice that a receiver hears: a stream whose sequence numbers and timestamps go on whoever speaks. On the media
 * thread.
 */
public final class AudioSlot {
    private static final int CLOCK_RATE_HZ = Codec.OPUS.clockRateHz();
    /** A packet of Opus is mostly 20 ms long. */
    private static final int MIN_STEP = CLOCK_RATE_HZ / 50;

    private static final int MAX_STEP = 1 << 30;
    private static final int ROOM_BEHIND = 32;

    private final int ssrc;
    private @Nullable IncomingStream stream;
    private int restarts;
    private boolean speaking;
    private long first;
    private long offset;
    private int timestampOffset;
    private long next;
    private int timestamp;
    private long timestampNs;
    private long packets;
    private long octets;

    public AudioSlot(int ssrc) {
        this.ssrc = ssrc;
        next = 0x1_0000 + (ssrc & 0x3fff);
    }

    public int ssrc() {
        return ssrc;
    }

    /** Whose voice it is, null: nobody's. */
    public @Nullable IncomingStream stream() {
        return stream;
    }

    /**
     * Another voice from the next packet on, null: none; also to be called when the same voice pauses and comes back.
     */
    public void hear(@Nullable IncomingStream next) {
        if (next != stream) {
            stream = next;
            speaking = false;
        }
    }

    /**
     * Writes a packet as the receiver is to get it, from the beginning of {@code out} on.
     *
     * @param p which {@code from} has just received
     * @param out with at least 64 bytes more room than the packet needs
     * @return its length; 0: the receiver is not to get it
     */
    public int project(RtpPacket p, IncomingStream from, long nowNs, byte[] out) {
        int length = OutgoingHeader.AUDIO_LENGTH + p.payloadLength();
        if (from != stream || p.payloadLength() == 0 || length + ROOM_BEHIND > out.length) {
            return 0;
        }
        boolean begins = !speaking || restarts != from.restarts();
        if (begins) {
            begin(p, from, nowNs);
        }
        if (from.number() < first) {
            return 0;
        }
        advance(p, from, nowNs);
        write(p, begins || p.marker(), (int) (from.number() + offset), out);
        return length;
    }

    private void begin(RtpPacket p, IncomingStream from, long nowNs) {
        speaking = true;
        restarts = from.restarts();
        first = from.number();
        offset = next - first;
        timestampOffset = begin(p.timestamp(), nowNs) - p.timestamp();
    }

    private int begin(int own, long nowNs) {
        if (packets == 0) {
            return own;
        }
        long elapsed = (nowNs - timestampNs) / 1_000 * CLOCK_RATE_HZ / 1_000_000;
        return timestamp + (int) Math.clamp(elapsed, MIN_STEP, MAX_STEP);
    }

    private void advance(RtpPacket p, IncomingStream from, long nowNs) {
        packets++;
        octets += p.payloadLength();
        if (from.number() + offset >= next) {
            next = from.number() + offset + 1;
            timestamp = p.timestamp() + timestampOffset;
            timestampNs = nowNs;
        }
    }

    private void write(RtpPacket p, boolean marker, int sequence, byte[] out) {
        int at = p.extension(MediaFormats.AUDIO_LEVEL);
        int level = at < 0 ? -1 : p.buffer()[at] & 0xff;
        OutgoingHeader.audio(out, p.payloadType(), marker, sequence, p.timestamp() + timestampOffset, ssrc, level);
        System.arraycopy(p.buffer(), p.payloadOffset(), out, OutgoingHeader.AUDIO_LENGTH, p.payloadLength());
    }

    /** The RTP timestamp that belongs to now, for a sender report. */
    public int timestampAt(long nowNs) {
        return stream != null && speaking && stream.clock().known()
                ? stream.clock().timestampAt(nowNs) + timestampOffset
                : timestamp + Ticks.of(nowNs - timestampNs, CLOCK_RATE_HZ);
    }

    /** Packets forwarded. */
    public long packets() {
        return packets;
    }

    /** Bytes of their payloads. */
    public long octets() {
        return octets;
    }
}

package plenum.media.srtp;

import org.jspecify.annotations.Nullable;

/** Protects the packets of one direction in place. Not thread-safe. */
public final class SrtpSender {
    private static final int MAX_STREAMS = 4_096;
    private static final long MAX_INDEX = (1L << 48) - 1;
    private static final int MAX_RTCP_INDEX = Integer.MAX_VALUE;
    private static final int ENCRYPTED = 1 << 31;

    private final Transform rtp;
    private final Transform rtcp;
    private final Streams rtpStreams = new Streams(MAX_STREAMS);
    private final Streams rtcpStreams = new Streams(MAX_STREAMS);

    public SrtpSender(SrtpKeys keys) {
        this(Transform.rtp(keys), Transform.rtcp(keys));
    }

    SrtpSender(Transform rtp, Transform rtcp) {
        this.rtp = rtp;
        this.rtcp = rtcp;
    }

    /**
     * Protects an RTP packet that has {@link SrtpProfile#MAX_OVERHEAD} bytes of room behind it. The bytes of one packet
     * index are never encrypted twice, as that would give the keys away (RFC 7714 section 8).
     *
     * @return the new length; -1: malformed, or a packet with this sequence number was sent before
     */
    public int protect(byte[] b, int off, int len) {
        int clear = Headers.rtpLength(b, off, len);
        if (clear < 0) {
            return -1;
        }
        int ssrc = Headers.rtpSsrc(b, off);
        var stream = stream(rtpStreams, ssrc);
        if (stream == null) {
            return -1;
        }
        long index = stream.guess(Headers.sequence(b, off));
        if (!stream.fresh(index) || index > MAX_INDEX) {
            return -1;
        }
        stream.mark(index);
        return rtp.protect(b, off, len, clear, ssrc, index);
    }

    /** As {@link #protect} for a compound RTCP packet; the SSRC of its first packet is what it is sent for. */
    public int protectRtcp(byte[] b, int off, int len) {
        if (!Headers.rtcp(b, off, len)) {
            return -1;
        }
        int ssrc = Headers.rtcpSsrc(b, off);
        var stream = stream(rtcpStreams, ssrc);
        if (stream == null || stream.highest() >= MAX_RTCP_INDEX) {
            return -1;
        }
        long index = stream.highest() + 1;
        stream.mark(index);
        return rtcp.protectRtcp(b, off, len, ssrc, (int) index | ENCRYPTED);
    }

    /** A stream is never forgotten: it would begin anew with indexes that were used. */
    private static @Nullable ReplayWindow stream(Streams streams, int ssrc) {
        var stream = streams.find(ssrc);
        if (stream == null && !streams.full()) {
            stream = new ReplayWindow();
            streams.add(ssrc, stream);
        }
        return stream;
    }
}

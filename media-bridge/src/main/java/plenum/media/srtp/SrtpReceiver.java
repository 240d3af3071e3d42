package plenum.media.srtp;

/**
 * Checks and decrypts the packets of one direction in place; a packet that is refused changes no state. Not
 * thread-safe.
 */
public final class SrtpReceiver {
    public static final int NOT_AUTHENTIC = -1;
    public static final int REPLAYED = -2;

    /** With one more, the stream that was silent for longest is forgotten. */
    static final int MAX_STREAMS = 256;

    private final Transform rtp;
    private final Transform rtcp;
    private final int rtcpOverhead;
    private final Streams rtpStreams = new Streams(MAX_STREAMS);
    private final Streams rtcpStreams = new Streams(MAX_STREAMS);
    /** For a stream of which no packet was authentic so far. */
    private ReplayWindow unknown = new ReplayWindow();

    public SrtpReceiver(SrtpKeys keys) {
        this(Transform.rtp(keys), Transform.rtcp(keys));
    }

    SrtpReceiver(Transform rtp, Transform rtcp) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        rtcpOverhead = rtcp.overhead() + 4;
    }

    /** @return the new length; {@link #NOT_AUTHENTIC}, also for malformed; {@link #REPLAYED}, also for too old */
    public int unprotect(byte[] b, int off, int len) {
        int clear = Headers.rtpLength(b, off, len - rtp.overhead());
        if (clear < 0) {
            return NOT_AUTHENTIC;
        }
        int ssrc = Headers.rtpSsrc(b, off);
        var known = rtpStreams.find(ssrc);
        var stream = known == null ? unknown : known;
        long index = stream.guess(Headers.sequence(b, off));
        if (!stream.fresh(index)) {
            return REPLAYED;
        }
        int length = rtp.unprotect(b, off, len, clear, ssrc, index);
        if (length >= 0) {
            accept(rtpStreams, ssrc, stream, index);
        }
        return length;
    }

    /** As {@link #unprotect} for RTCP. */
    public int unprotectRtcp(byte[] b, int off, int len) {
        if (!Headers.rtcp(b, off, len - rtcpOverhead) || rtcp.rtcpWord(b, off, len) >= 0) {
            return NOT_AUTHENTIC; // or not encrypted: no profile of ours sends that
        }
        int ssrc = Headers.rtcpSsrc(b, off);
        long index = rtcp.rtcpWord(b, off, len) & 0x7fff_ffff;
        var known = rtcpStreams.find(ssrc);
        var stream = known == null ? unknown : known;
        if (!stream.fresh(index)) {
            return REPLAYED;
        }
        int length = rtcp.unprotectRtcp(b, off, len, ssrc);
        if (length >= 0) {
            accept(rtcpStreams, ssrc, stream, index);
        }
        return length;
    }

    private void accept(Streams streams, int ssrc, ReplayWindow stream, long index) {
        stream.mark(index);
        streams.use(stream);
        if (stream == unknown) {
            if (streams.full()) {
                streams.forgetOldest();
            }
            streams.add(ssrc, stream);
            unknown = new ReplayWindow();
        }
    }
}

package plenum.media.bwe;

/**
 * What one receiver's line carries, estimated from the receiver's transport-wide feedback (after Google Congestion
 * Control, draft-ietf-rmcat-gcc-02), or from its reports when it sends no such feedback. Nothing is learnt from a line
 * on which nothing is sent. On the media thread; all rates are those of UDP payloads.
 */
public final class SendBandwidth {
    public static final long START_BPS = 1_000_000;
    public static final long MIN_BPS = 50_000;
    public static final long MAX_BPS = 30_000_000;

    /** With no feedback for so long, reports count. */
    private static final long FEEDBACK_NS = 5_000_000_000L;

    /** How far one dares to go without feedback, beyond what is sent. */
    private static final double BEYOND = 1.5;

    private static final double BEYOND_BPS = 500_000;

    /** Of the estimate: filled less than this, the line shows nothing by itself. */
    private static final double IDLE = 0.8;

    /** Of the estimate: as if it were paced at this rate, a burst may queue. */
    private static final double PACE = 1.25;

    private static final long MAX_OWN_NS = 250_000_000;

    private final SentPackets sent = new SentPackets();
    private final RateMeter sentRate = new RateMeter();
    private final LossMeter lossRate = new LossMeter();
    private final VirtualPacer pacer = new VirtualPacer(MAX_OWN_NS);
    private Path path = new Path(sent, lossRate, START_BPS);
    private final Receipts receipts = new Receipts(sent, path);
    private long limitBps = MAX_BPS;
    private long wantedBps;
    private long rttNs = -1;
    private boolean feedbackSeen;
    private long feedbackNs;
    private boolean reported;
    private long reportedNs;
    private boolean remb;

    /**
     * A packet with a transport-wide sequence number is about to be sent.
     *
     * @param bytes of the UDP payload
     * @return the number, 16 bits
     */
    public int sent(int bytes, long nowNs) {
        long number = sent.add(bytes, nowNs, pacer.waitNs(bytes, PACE * estimateBps(), nowNs));
        sentRate.add(bytes, nowNs);
        path.sent(bytes, nowNs);
        return (int) number & 0xffff;
    }

    /**
     * A packet that got lost is sent again, the same bytes: its loss remains a loss, and when the copy arrives says
     * nothing about the line.
     *
     * @param sequence the transport-wide number, 16 bits
     * @param bytes of the UDP payload
     */
    public void repeated(int sequence, int bytes, long nowNs) {
        sentRate.add(bytes, nowNs);
        long number = sent.find(sequence);
        if (number >= 0) {
            if (sent.lost(number)) {
                path.missed(number, nowNs);
            }
            sent.forget(number);
        }
    }

    /**
     * The receiver's transport-wide feedback.
     *
     * @param fciOffset behind the two SSRCs
     * @return false: malformed, ignored
     */
    public boolean feedback(byte[] b, int fciOffset, int fciLength, long nowNs) {
        path.begin(nowNs);
        if (!receipts.take(b, fciOffset, fciLength)) {
            return false;
        }
        feedbackSeen = true;
        feedbackNs = nowNs;
        path.end(idle(nowNs), rttNs);
        return true;
    }

    /**
     * A block of the receiver's report about one of the streams it gets.
     *
     * @param fractionLost of 256
     * @param packets sent on the stream since the block before
     * @param rttNs -1: not known
     */
    public void report(int fractionLost, int packets, long rttNs, long nowNs) {
        if (rttNs >= 0) {
            this.rttNs = rttNs;
        }
        if (feedbackFresh(nowNs)) {
            return;
        }
        int lost = (int) ((long) packets * fractionLost / 256);
        path.reported(packets - lost, lost, nowNs);
        if (reported && !remb && packets > 0) {
            path.growBlindly((nowNs - reportedNs) / 1e9, BEYOND * sentRate.bps(nowNs) + BEYOND_BPS);
        }
        reported = true;
        reportedNs = nowNs;
    }

    /** The receiver's own estimate, in place of transport-wide feedback. */
    public void remb(long bps, long nowNs) {
        if (!feedbackFresh(nowNs)) {
            remb = true;
            path.set(bps);
        }
    }

    /** @param bps that the receiver would get if the line were good enough; what is beyond the estimate is probed */
    public void want(long bps) {
        wantedBps = bps;
    }

    /** @param bps that the line is known not to exceed; 0: nothing is known */
    public void limit(long bps) {
        limitBps = bps <= 0 ? MAX_BPS : Math.clamp(bps, MIN_BPS, MAX_BPS);
    }

    /**
     * To be asked every 5 to 15 ms as long as there is anything to pad with.
     *
     * @return bytes of padding to be sent now; 0: none
     */
    public int probeBytes(long nowNs) {
        long wanted = Math.min(wantedBps, limitBps);
        return path.probeBytes(estimateBps(), wanted, feedbackFresh(nowNs), idle(nowNs), nowNs);
    }

    private boolean idle(long nowNs) {
        return sentRate.bps(nowNs) < IDLE * estimateBps();
    }

    private boolean feedbackFresh(long nowNs) {
        return feedbackSeen && nowNs - feedbackNs < FEEDBACK_NS;
    }

    public long estimateBps() {
        return Math.clamp((long) path.bps(), MIN_BPS, limitBps);
    }

    /** What was sent over the last half second. */
    long sentBps(long nowNs) {
        return sentRate.bps(nowNs);
    }

    /** Of the packets sent lately, before repair; 0 to 1. */
    public double lost() {
        return lossRate.share();
    }

    /** -1: not known yet. */
    public long rttNs() {
        return rttNs;
    }

    /** The packets take another way from now on: what was learnt is forgotten. */
    public void pathChanged() {
        path = new Path(sent, lossRate, Math.min(START_BPS, path.bps()));
        receipts.follow(path);
        rttNs = -1;
    }
}

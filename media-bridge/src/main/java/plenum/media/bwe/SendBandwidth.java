package plenum.media.bwe;

/**
 * What one receiver's line carries, estimated from the receiver's transport-wide feedback (Google Congestion Control,
 * draft-ietf-rmcat-gcc-02), or from its reports when it sends no such feedback. Nothing is learnt from a line on which
 * nothing is sent. On the media thread; all rates are those of UDP payloads.
 */
public final class SendBandwidth {
    public static final long START_BPS = 1_000_000;
    public static final long MIN_BPS = 50_000;
    public static final long MAX_BPS = 30_000_000;

    private static final long TICK_NS = TransportFeedback.TICK_NS;
    private static final long REFERENCE_NS = TICK_NS * TransportFeedback.TICKS_PER_REFERENCE;
    private static final long DEFAULT_RTT_NS = 200_000_000;

    /** After a fall the line is left in peace for so long. */
    private static final long CALM_NS = 2_000_000_000L;

    /** With no feedback for so long, reports count. */
    private static final long FEEDBACK_NS = 5_000_000_000L;

    private static final double BEYOND = 1.5;
    private static final double BEYOND_BPS = 500_000;

    private final TransportFeedback message = new TransportFeedback();
    private final Told told = new Told();
    private final RateMeter sentRate = new RateMeter();
    private final SentPackets sent = new SentPackets();
    private RateMeter arrivedRate = new RateMeter();
    private Bursts bursts = new Bursts();
    private Trendline trend = new Trendline();
    private OveruseDetector detector = new OveruseDetector();
    private RateControl rate = new RateControl(START_BPS);
    private LossControl loss = new LossControl();
    private Prober prober = new Prober();
    private long limitBps = MAX_BPS;
    private long wantedBps;
    private long rttNs = -1;
    private boolean proven;
    private boolean feedbackSeen;
    private long feedbackNs;
    private long reference;
    private boolean reported;
    private long reportedNs;
    private boolean remb;

    /**
     * A packet with the transport-wide sequence number is about to be sent.
     *
     * @param bytes of the UDP payload
     * @return the number, 16 bits
     */
    public int sent(int bytes, long nowNs) {
        long number = sent.add(bytes, nowNs);
        sentRate.add(bytes, nowNs);
        prober.sent(bytes, number, nowNs);
        return (int) number & 0xffff;
    }

    /**
     * The receiver's transport-wide feedback.
     *
     * @param fciOffset behind the two SSRCs
     * @return false: malformed, ignored
     */
    public boolean feedback(byte[] b, int fciOffset, int fciLength, long nowNs) {
        if (!message.parse(b, fciOffset, fciLength)) {
            return false;
        }
        unwrapReference();
        feedbackSeen = true;
        feedbackNs = nowNs;
        told.begin(nowNs);
        message.each(told);
        loss.packets(told.arrived, told.lost);
        loss.judge(estimateBps(), nowNs);
        if (told.arrived > 0) {
            rate.update(detector.usage(), arrivedRate.bps(), rttNs(DEFAULT_RTT_NS), nowNs);
        }
        return true;
    }

    private void unwrapReference() {
        int wire = message.referenceTime();
        reference = feedbackSeen ? reference + ((wire - (int) reference) << 8 >> 8) : wire;
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
        loss.packets(packets - lost, lost);
        loss.judge(estimateBps(), nowNs);
        if (reported && !remb && packets > 0 && !loss.holds()) {
            rate.growBlindly((nowNs - reportedNs) / 1e9, BEYOND * sentRate.bps(nowNs) + BEYOND_BPS);
        }
        reported = true;
        reportedNs = nowNs;
    }

    /** The receiver's own estimate, in place of transport-wide feedback. */
    public void remb(long bps, long nowNs) {
        if (!feedbackFresh(nowNs)) {
            remb = true;
            rate.set(bps);
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
        return prober.bytesDue(sent, estimateBps(), Math.min(wantedBps, limitBps), calm(nowNs), nowNs);
    }

    private boolean calm(long nowNs) {
        return feedbackFresh(nowNs)
                && detector.usage() == Usage.NORMAL
                && !loss.holds()
                && !rate.decreasedWithin(CALM_NS, nowNs);
    }

    private boolean feedbackFresh(long nowNs) {
        return feedbackSeen && nowNs - feedbackNs < FEEDBACK_NS;
    }

    public long estimateBps() {
        return Math.clamp((long) loss.bound(rate.bps()), MIN_BPS, limitBps);
    }

    /** What was sent over the last half second. */
    public long sentBps(long nowNs) {
        return sentRate.bps(nowNs);
    }

    /** Of the packets sent lately, before repair; 0 to 1. */
    public double lost() {
        return loss.share();
    }

    /** -1: not known yet. */
    public long rttNs() {
        return rttNs;
    }

    private long rttNs(long unknown) {
        return rttNs < 0 ? unknown : rttNs;
    }

    /** The packets take another way from now on: all that was learnt is forgotten. */
    public void pathChanged() {
        arrivedRate = new RateMeter();
        bursts = new Bursts();
        trend = new Trendline();
        detector = new OveruseDetector();
        rate = new RateControl(Math.min(START_BPS, rate.bps()));
        loss = new LossControl();
        prober = new Prober();
        proven = false;
        rttNs = -1;
    }

    private void probed(Probe probe) {
        double result = probe.resultBps();
        boolean lower = !proven && probe.full();
        if (result != Probe.UNKNOWN && (lower || result > rate.bps())) {
            rate.set(result);
            loss.raise(result);
        }
        proven |= result != Probe.UNKNOWN;
        bursts.reset();
    }

    /** Takes in one message packet by packet. */
    private final class Told implements TransportFeedback.Packets {
        private long nowNs;
        private int arrived;
        private int lost;

        void begin(long now) {
            nowNs = now;
            arrived = 0;
            lost = 0;
        }

        @Override
        public void received(int sequence, int ticks) {
            long number = sent.find(sequence);
            if (number < 0) {
                return;
            }
            end(number);
            arrived++;
            lost -= sent.arrived(number) ? 1 : 0;
            arrived(number, reference * REFERENCE_NS + ticks * TICK_NS);
        }

        private void arrived(long number, long arrivalNs) {
            long sentNs = sent.sentNs(number);
            arrivedRate.add(sent.bytes(number), arrivalNs);
            prober.arrived(number, sent.bytes(number), sentNs, arrivalNs);
            if (!prober.disturbs(number, sentNs) && bursts.add(sentNs, arrivalNs)) {
                trend.add(bursts.arrivalDeltaNs() - bursts.sentDeltaNs(), bursts.arrivalNs());
                detector.add(trend.slope(), trend.count(), bursts.sentDeltaNs(), bursts.arrivalNs());
            }
        }

        @Override
        public void lost(int sequence) {
            long number = sent.find(sequence);
            if (number >= 0) {
                end(number);
                lost += sent.lost(number) ? 1 : 0;
            }
        }

        private void end(long number) {
            var probe = prober.ended(number, nowNs);
            if (probe != null) {
                probed(probe);
            }
        }
    }
}

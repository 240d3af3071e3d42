package plenum.media.bwe;

/** What was learnt about one way to a receiver; another way begins with nothing. */
final class Path {
    private static final long DEFAULT_RTT_NS = 200_000_000;

    /** After a fall the line is left in peace for so long. */
    private static final long CALM_NS = 2_000_000_000L;

    /** A probe alone does not lower the estimate by more. */
    private static final double MAX_FALL = 0.85;

    private final SentPackets sent;
    private final LossMeter lossRate;
    private final DelayControl delay;
    private final LossControl loss = new LossControl();
    private final Prober prober = new Prober();
    private final long firstNumber;
    private long nowNs;
    private boolean arrived;
    private boolean proven;
    private boolean fallen;
    private long fallenNs;

    /** @param lossRate where losses are told */
    Path(SentPackets sent, LossMeter lossRate, double startBps) {
        this.sent = sent;
        this.lossRate = lossRate;
        delay = new DelayControl(startBps);
        firstNumber = sent.next();
    }

    double bps() {
        return loss.bound(delay.bps());
    }

    void sent(int bytes, long atNs) {
        prober.sent(bytes, atNs);
    }

    /** Receipts come now. */
    void begin(long atNs) {
        nowNs = atNs;
        arrived = false;
    }

    /** @param heldForLost it was told to be lost before */
    void arrived(long number, long arrivalNs, boolean heldForLost) {
        if (number < firstNumber) {
            return;
        }
        endProbe(number);
        arrived = true;
        long sentNs = sent.sentNs(number);
        long waitNs = delay.arrived(sent.bytes(number), sentNs, arrivalNs, sent.ownNs(number));
        prober.arrived(number, sent.bytes(number), sentNs, arrivalNs, waitNs);
        if (!prober.disturbs(number, sentNs)) {
            delay.waited(sentNs, arrivalNs, waitNs - sent.ownNs(number));
        }
        count(number, 1, heldForLost ? -1 : 0);
    }

    void lost(long number) {
        if (number >= firstNumber) {
            endProbe(number);
            count(number, 0, 1);
        }
    }

    /** A packet was lost, as is known otherwise. */
    void missed(long number, long atNs) {
        nowNs = atNs;
        if (number >= firstNumber) {
            count(number, 0, 1);
        }
    }

    /** What was lost before the estimate fell was the reason why, and is none to let it fall further. */
    private void count(long number, int arrivedNow, int lostNow) {
        lossRate.packets(arrivedNow, lostNow, nowNs);
        if (!fallen || sent.sentNs(number) - fallenNs >= 0) {
            loss.packets(arrivedNow, lostNow);
        }
    }

    private void endProbe(long number) {
        var probe = prober.ended(number, nowNs);
        if (probe != null) {
            probed(probe);
        }
    }

    private void probed(Probe probe) {
        double result = probe.resultBps();
        if (result > delay.bps()) {
            delay.set(result);
            loss.raise(result);
        } else if (result != Probe.UNKNOWN && probe.full()) {
            delay.set(Math.max(result, proven ? MAX_FALL * delay.bps() : 0));
        }
        proven |= result != Probe.UNKNOWN;
        delay.interrupt();
    }

    /**
     * All receipts of a message have come.
     *
     * @param idle whether much less is sent than the estimate
     * @param rttNs -1: not known
     */
    void end(boolean idle, long rttNs) {
        double before = bps();
        if (arrived) {
            delay.update(idle, rttNs < 0 ? DEFAULT_RTT_NS : rttNs, nowNs);
        }
        loss.judge(bps(), delay.arrivingBps(), nowNs);
        if (bps() < before) {
            fallen = true;
            fallenNs = nowNs;
            prober.fallen();
        }
    }

    /** The receiver sends no receipts, only reports. */
    void reported(int arrivedNow, int lostNow, long atNs) {
        lossRate.packets(arrivedNow, lostNow, atNs);
        loss.packets(arrivedNow, lostNow);
        loss.judge(bps(), RateMeter.UNKNOWN, atNs);
    }

    /** See {@link RateControl#growBlindly}; not while packets get lost. */
    void growBlindly(double seconds, double atMost) {
        if (!loss.holds()) {
            delay.growBlindly(seconds, atMost);
        }
    }

    void set(double bps) {
        delay.set(bps);
    }

    /** @return bytes of padding to be sent now */
    int probeBytes(long estimateBps, long wantedBps, boolean receipts, boolean idle, long atNs) {
        boolean fell = fallen && atNs - fallenNs < CALM_NS;
        boolean calm = receipts && delay.calm() && !loss.holds() && !fell;
        return prober.bytesDue(sent, estimateBps, wantedBps, calm, idle, atNs);
    }
}

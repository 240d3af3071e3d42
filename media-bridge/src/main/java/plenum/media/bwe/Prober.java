package plenum.media.bwe;

import org.jspecify.annotations.Nullable;

/** Decides when a probe is worth its bytes: more is wanted than the estimate gives, and the line is calm. */
final class Prober {
    private static final double STEP = 2;
    private static final double LEAST_STEP = 1.25;
    private static final double MIN_BPS = 300_000;
    private static final long SOON_NS = 30_000_000;
    private static final long PATIENCE_NS = 5_000_000_000L;
    private static final long MAX_PATIENCE_NS = 15_000_000_000L;

    /** Without feedback for so long, a probe has failed. */
    private static final long TIMEOUT_NS = 3_000_000_000L;

    private @Nullable Probe probe;
    private boolean first = true;
    private boolean promising;
    private long lastNs;
    private long waitNs;
    private long patienceNs = PATIENCE_NS;
    private boolean disturbed;
    private long disturbedUntilNs;

    /** @return bytes to be sent now in addition to all else */
    int bytesDue(SentPackets sent, long estimateBps, long wantedBps, boolean calm, boolean idle, long nowNs) {
        var current = probe;
        if (current != null && current.sending(nowNs)) {
            return current.bytesDue(nowNs);
        }
        if (current != null && nowNs - current.startNs() > TIMEOUT_NS) {
            disappointed(nowNs);
        }
        if (probe != null || !due(estimateBps, wantedBps, calm && (idle || promising), nowNs)) {
            return 0;
        }
        var next = new Probe(first ? estimateBps : target(estimateBps, wantedBps), sent.next(), nowNs);
        probe = next;
        first = false;
        return next.bytesDue(nowNs);
    }

    /** The first probe proves the start value, whatever is wanted. */
    private boolean due(long estimateBps, long wantedBps, boolean calm, long nowNs) {
        return first ? wantedBps > 0 : calm && wantedBps > estimateBps && nowNs - lastNs >= waitNs;
    }

    private static double target(long estimateBps, long wantedBps) {
        double enough = Math.max(LEAST_STEP * estimateBps, wantedBps);
        return Math.max(MIN_BPS, Math.min(STEP * estimateBps, enough));
    }

    void sent(int bytes, long nowNs) {
        if (probe != null && probe.sending(nowNs)) {
            probe.sent(bytes, nowNs);
        }
    }

    /** @return whether the packet says nothing about the line without the probe */
    boolean disturbs(long number, long sentNs) {
        return probe != null && probe.contains(number) || disturbed && sentNs - disturbedUntilNs < 0;
    }

    void arrived(long number, int bytes, long sentNs, long arrivalNs, long waitNs) {
        if (probe != null && probe.contains(number)) {
            probe.arrived(number, bytes, sentNs, arrivalNs, waitNs);
        }
    }

    /**
     * Something was told about this packet.
     *
     * @return the probe that has thereby come to its end, else null
     */
    @Nullable
    Probe ended(long number, long nowNs) {
        var current = probe;
        if (current == null || current.sending(nowNs) || !current.over(number)) {
            return null;
        }
        probe = null;
        disturbed = true;
        disturbedUntilNs = current.drainedNs();
        if (current.resultBps() == Probe.UNKNOWN || current.full()) {
            disappointed(nowNs);
        } else {
            promising = true;
            lastNs = nowNs;
            waitNs = SOON_NS;
            patienceNs = PATIENCE_NS;
        }
        return current;
    }

    /** The estimate has fallen, perhaps too far: what earlier probes said counts no more. */
    void fallen() {
        promising = false;
        waitNs = PATIENCE_NS;
        patienceNs = PATIENCE_NS;
    }

    private void disappointed(long nowNs) {
        probe = null;
        promising = false;
        lastNs = nowNs;
        waitNs = patienceNs;
        patienceNs = Math.min(MAX_PATIENCE_NS, patienceNs + PATIENCE_NS);
    }
}

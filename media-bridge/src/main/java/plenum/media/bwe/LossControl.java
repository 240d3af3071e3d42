package plenum.media.bwe;

/**
 * Keeps the rate down while packets are lost. Loss that stays the same whatever is sent is the line's own (radio) and
 * is learnt; only what exceeds it counts as congestion.
 */
final class LossControl {
    /** Excess loss from which on the rate does not grow, and from which on it is lowered. */
    private static final double HOLD = 0.03;

    private static final double LOWER = 0.10;

    /** If so much is lost twice in a row, only what gets through can be sent. */
    private static final double MUCH = 0.25;

    private static final double THROUGH = 0.9;

    /** Not more of the loss is ever held for the line's own. */
    private static final double MAX_OWN = 0.15;

    private static final double GROWTH_PER_SECOND = 1.08;
    private static final double OWN_UP_SECONDS = 10;
    private static final double OWN_DOWN_SECONDS = 1;
    private static final int MIN_PACKETS = 50;
    private static final long MIN_NS = 300_000_000;
    private static final double MAX_SECONDS = 1;

    private double bound = Double.POSITIVE_INFINITY;
    private double own;
    private double share;
    private boolean muchBefore;
    private int arrived;
    private int lost;
    private boolean started;
    private long judgedNs;

    void packets(int nowArrived, int nowLost) {
        arrived += nowArrived;
        lost += nowLost;
    }

    /**
     * @param estimateBps what is in force now
     * @param arrivingBps what gets through, or {@link RateMeter#UNKNOWN}
     */
    void judge(double estimateBps, double arrivingBps, long nowNs) {
        if (!started) {
            started = true;
            judgedNs = nowNs;
        }
        if (arrived + lost < MIN_PACKETS || nowNs - judgedNs < MIN_NS) {
            return;
        }
        share = (double) Math.max(0, lost) / (arrived + Math.max(0, lost));
        double seconds = Math.min(MAX_SECONDS, (nowNs - judgedNs) / 1e9);
        adapt(share - own, estimateBps, arrivingBps, seconds);
        arrived = 0;
        lost = 0;
        judgedNs = nowNs;
    }

    private void adapt(double excess, double estimateBps, double arrivingBps, double seconds) {
        boolean much = excess > MUCH;
        double before = Math.min(bound, estimateBps);
        if (much && muchBefore && arrivingBps > 0) {
            bound = Math.min(before, arrivingBps) * THROUGH;
        } else if (excess > LOWER) {
            bound = before * (1 - 0.5 * excess);
        } else if (excess > HOLD) {
            bound = before;
        } else { // what gets through is carried
            bound = Math.max(bound * Math.pow(GROWTH_PER_SECOND, seconds), arrivingBps);
        }
        bound = Math.max(bound, SendBandwidth.MIN_BPS);
        muchBefore = much;
        double pace = seconds / (excess > 0 ? OWN_UP_SECONDS : OWN_DOWN_SECONDS);
        own = Math.min(MAX_OWN, own + excess * Math.min(1, pace));
    }

    double bound(double bps) {
        return Math.min(bound, bps);
    }

    /** The line was shown to carry this much. */
    void raise(double bps) {
        bound = Math.max(bound, bps);
    }

    boolean holds() {
        return share - own > HOLD;
    }
}

package plenum.media.bwe;

/** The share of packets that were lost, over the last one to two seconds. */
final class LossMeter {
    private static final long WINDOW_NS = 1_000_000_000;

    private int arrived;
    private int lost;
    private int arrivedBefore;
    private int lostBefore;
    private long sinceNs;

    void packets(int nowArrived, int nowLost, long nowNs) {
        if (nowNs - sinceNs >= WINDOW_NS) {
            arrivedBefore = arrived;
            lostBefore = lost;
            arrived = 0;
            lost = 0;
            sinceNs = nowNs;
        }
        arrived += nowArrived;
        lost += nowLost;
    }

    double share() {
        int missing = Math.max(0, lost + lostBefore);
        int all = arrived + arrivedBefore + missing;
        return all == 0 ? 0 : (double) missing / all;
    }
}

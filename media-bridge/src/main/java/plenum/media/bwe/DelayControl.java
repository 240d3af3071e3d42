package plenum.media.bwe;

/**
 * The rate that the delay of the packets allows: their waiting in queues is put together burst by burst into a trend,
 * and the trend decides.
 */
final class DelayControl {
    /** A queue that is longer; what waits less waits for nothing. */
    private static final long QUEUE_NS = 5_000_000;

    private final QueueDelay queue = new QueueDelay();
    private final Bursts bursts = new Bursts();
    private final Trendline trend = new Trendline();
    private final OveruseDetector detector = new OveruseDetector();
    private final RateMeter arriving = new RateMeter();
    private final RateControl rate;

    DelayControl(double startBps) {
        rate = new RateControl(startBps);
    }

    /**
     * A packet has arrived.
     *
     * @param arrivalNs the receiver's clock
     * @param ownNs how long it would have waited for its own burst on a line as good as the estimate
     * @return how long it waited in all
     */
    long arrived(int bytes, long sentNs, long arrivalNs, long ownNs) {
        arriving.add(bytes, arrivalNs);
        return queue.add(sentNs, arrivalNs, ownNs);
    }

    /** The packet counts for the trend: nothing but the line made it wait. */
    void waited(long sentNs, long arrivalNs, long congestedNs) {
        if (bursts.add(sentNs, arrivalNs, Math.max(0, congestedNs))) {
            trend.add(bursts.waitDeltaNs(), bursts.arrivalNs());
            detector.add(trend.slope(), trend.count(), bursts.sentDeltaNs(), bursts.arrivalNs());
        }
    }

    /** All packets of a message have been added. */
    void update(boolean idle, long rttNs, long nowNs) {
        rate.update(usage(), queue.standing(), idle, arriving, rttNs, nowNs);
    }

    /**
     * A stall of one of the machines looks like a queue that grows, for as long as the trend remembers it: it has gone.
     */
    private Usage usage() {
        boolean over = detector.usage() == Usage.OVER;
        return over && bursts.newestWaitNs() < QUEUE_NS ? Usage.UNDER : detector.usage();
    }

    /** Something else than the line made packets wait; the next is not compared with them. */
    void interrupt() {
        bursts.reset();
    }

    boolean calm() {
        return detector.usage() == Usage.NORMAL && !queue.standing();
    }

    double bps() {
        return rate.bps();
    }

    void set(double bps) {
        rate.set(bps);
    }

    void growBlindly(double seconds, double atMost) {
        rate.growBlindly(seconds, atMost);
    }

    /** See {@link RateMeter#peakBps}. */
    long arrivingBps() {
        return arriving.peakBps();
    }
}

package plenum.media.bwe;

/**
 * A short run of packets at a rate above the estimate. If they arrive as fast as they were sent, the line carries that
 * rate; if not, the rate at which they arrived is what it carries.
 */
final class Probe {
    static final double UNKNOWN = -1;

    static final long LENGTH_NS = 60_000_000;

    /** Sent for a start, and again at each call: as if the calls came so often. */
    private static final long STEP_NS = 5_000_000;

    /** Packets that left this close together are one burst. */
    private static final long BURST_NS = 2_000_000;

    private static final int DRAIN = 3;

    private static final double ENOUGH = 0.5;

    /** Arriving slower than this share of the sent rate means that the line was full. */
    private static final double FULL = 0.9;

    /** What is used of a line that was full. */
    private static final double USABLE = 0.95;

    private final double targetBps;
    private final long firstNumber;
    private final long startNs;
    private long endNumber;
    private long sentBytes;
    private long lastBurstBytes;
    private long lastBurstNs;
    private long arrivedBytes;
    private long firstBurstBytes;
    private long firstArrivalNs = Long.MIN_VALUE;
    private long lastArrivalNs = Long.MIN_VALUE;

    /** @param firstNumber of the packet to be sent next */
    Probe(double targetBps, long firstNumber, long nowNs) {
        this.targetBps = targetBps;
        this.firstNumber = firstNumber;
        endNumber = firstNumber;
        startNs = nowNs;
        lastBurstNs = nowNs;
    }

    /** What is to be sent now beside all other packets; they count as well. */
    int bytesDue(long nowNs) {
        double due = targetBps / 8 * (nowNs - startNs + STEP_NS) / 1e9 - sentBytes;
        return (int) Math.clamp(due, 0, Integer.MAX_VALUE);
    }

    long startNs() {
        return startNs;
    }

    /** When, by the sender's clock, the queue that it built up has gone again on a line that is not full otherwise. */
    long drainedNs() {
        long queueNs = Math.max(0, lastArrivalNs - firstArrivalNs - (lastBurstNs - startNs));
        return lastBurstNs + DRAIN * queueNs;
    }

    boolean sending(long nowNs) {
        return nowNs - startNs < LENGTH_NS;
    }

    void sent(int bytes, long number, long nowNs) {
        if (nowNs - lastBurstNs > BURST_NS) {
            lastBurstNs = nowNs;
            lastBurstBytes = 0;
        }
        lastBurstBytes += bytes;
        sentBytes += bytes;
        endNumber = number + 1;
    }

    boolean contains(long number) {
        return number >= firstNumber && number < endNumber;
    }

    void arrived(int bytes, long sentNs, long arrivalNs) {
        arrivedBytes += bytes;
        lastArrivalNs = Math.max(lastArrivalNs, arrivalNs);
        if (sentNs - startNs <= BURST_NS) {
            firstBurstBytes += bytes;
            firstArrivalNs = Math.max(firstArrivalNs, arrivalNs);
        }
    }

    /** Whether this number was sent after it. */
    boolean over(long number) {
        return number >= endNumber;
    }

    /** What the line carries, at least; {@link #UNKNOWN}: too little arrived to say. */
    double resultBps() {
        double arriving = arrivingBps();
        double sending = sendingBps();
        if (arriving <= 0 || sending <= 0) {
            return UNKNOWN;
        }
        return full() ? USABLE * arriving : Math.min(arriving, sending);
    }

    /** Whether the line carried less than was sent. */
    boolean full() {
        return arrivingBps() < FULL * sendingBps();
    }

    /** Without the first burst, with whose last packet the time begins. */
    private double arrivingBps() {
        boolean enough = arrivedBytes >= ENOUGH * sentBytes && firstBurstBytes > 0 && lastArrivalNs > firstArrivalNs;
        return enough ? rate(arrivedBytes - firstBurstBytes, lastArrivalNs - firstArrivalNs) : UNKNOWN;
    }

    /** Without the last burst, with which the time ends. */
    private double sendingBps() {
        return lastBurstNs > startNs ? rate(sentBytes - lastBurstBytes, lastBurstNs - startNs) : UNKNOWN;
    }

    private static double rate(long bytes, long ns) {
        return bytes * 8e9 / ns;
    }
}

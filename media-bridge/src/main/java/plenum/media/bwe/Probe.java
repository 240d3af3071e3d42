package plenum.media.bwe;

/**
 * A short run of packets at a rate above the estimate. If the last of them wait no longer than they would on a line of
 * that rate, the line carries it; if they do, the rate at which they arrived is what it carries.
 */
final class Probe {
    static final double UNKNOWN = -1;

    private static final long LENGTH_NS = 60_000_000;

    /** Asked so often or more seldom, a step's worth is sent ahead. */
    private static final long STEP_NS = 5_000_000;

    /** Packets that left this close together are one burst. */
    private static final long BURST_NS = 2_000_000;

    private static final int MAX_PACKETS = 512;

    /** So many packets at the end decide, the one that waited least of them: jitter is no queue. */
    private static final int LAST = 3;

    private static final long TOLERANCE_NS = 5_000_000;

    /** The share of the bytes that has to arrive. */
    private static final double ENOUGH = 0.5;

    /** If less arrives, the line was full, or else the queue too short. */
    private static final double ALMOST_ALL = 0.85;

    /** What is used of a line that was full, and of one that was not. */
    private static final double USABLE_OF_FULL = 0.9;

    private static final double USABLE = 0.87;
    private static final int DRAIN = 3;

    private final double targetBps;
    private final long firstNumber;
    private final long startNs;
    private final VirtualPacer line = new VirtualPacer(Long.MAX_VALUE);
    private final int[] allowedNs = new int[MAX_PACKETS];
    private final long[] lateNs = new long[LAST];
    private int packets;
    private long sentBytes;
    private long lastNs;
    private int arrived;
    private long arrivedBytes;
    private long firstBurstBytes;
    private long firstWaitNs;
    private long firstSentNs;
    private long firstArrivalNs = Long.MIN_VALUE;
    private long lastArrivalNs = Long.MIN_VALUE;

    /** @param firstNumber of the packet to be sent next */
    Probe(double targetBps, long firstNumber, long nowNs) {
        this.targetBps = targetBps;
        this.firstNumber = firstNumber;
        startNs = nowNs;
        lastNs = nowNs;
    }

    long startNs() {
        return startNs;
    }

    /** What is to be sent now beside all other packets; they count as well. */
    int bytesDue(long nowNs) {
        double due = targetBps / 8 * (nowNs - startNs + STEP_NS) / 1e9 - sentBytes;
        return packets == MAX_PACKETS ? 0 : (int) Math.clamp(due, 0, Integer.MAX_VALUE);
    }

    boolean sending(long nowNs) {
        return nowNs - startNs < LENGTH_NS;
    }

    void sent(int bytes, long nowNs) {
        if (packets < MAX_PACKETS) {
            allowedNs[packets++] = (int) line.waitNs(bytes, targetBps, nowNs);
            sentBytes += bytes;
            lastNs = nowNs;
        }
    }

    boolean contains(long number) {
        return number >= firstNumber && !over(number);
    }

    /** Whether this number was sent after it. */
    boolean over(long number) {
        return number >= firstNumber + packets;
    }

    /** @param waitNs in queues under way */
    void arrived(long number, int bytes, long sentNs, long arrivalNs, long waitNs) {
        if (arrived == 0) {
            firstWaitNs = waitNs;
            firstSentNs = sentNs;
        }
        lateNs[arrived++ % LAST] = waitNs - firstWaitNs - allowedNs[(int) (number - firstNumber)];
        arrivedBytes += bytes;
        lastArrivalNs = Math.max(lastArrivalNs, arrivalNs);
        if (sentNs - firstSentNs <= BURST_NS) {
            firstBurstBytes += bytes;
            firstArrivalNs = Math.max(firstArrivalNs, arrivalNs);
        }
    }

    /** What the line carries, at least; {@link #UNKNOWN}: too little arrived to say. */
    double resultBps() {
        if (arrived < LAST || arrivedBytes < ENOUGH * sentBytes) {
            return UNKNOWN;
        }
        if (!full()) {
            return USABLE * Math.min(targetBps, sendingBps());
        }
        return arrivedBytes == firstBurstBytes ? UNKNOWN : USABLE_OF_FULL * arrivingBps();
    }

    /** Whether the line carried less than was sent. */
    boolean full() {
        long late = Long.MAX_VALUE;
        for (long one : lateNs) {
            late = Math.min(late, one);
        }
        return late > TOLERANCE_NS || arrivedBytes < ALMOST_ALL * sentBytes;
    }

    private double sendingBps() {
        return sentBytes * 8e9 / (lastNs - startNs + STEP_NS);
    }

    /** Without the first burst, with whose last packet the time begins. */
    private double arrivingBps() {
        return (arrivedBytes - firstBurstBytes) * 8e9 / Math.max(1, lastArrivalNs - firstArrivalNs);
    }

    /** When, by the sender's clock, the queue that it built up has gone again on a line that is not full otherwise. */
    long drainedNs() {
        long queueNs = Math.max(0, lastArrivalNs - firstArrivalNs - (lastNs - firstSentNs));
        return lastNs + DRAIN * queueNs;
    }
}

package plenum.media.record;

/** Which moment an RTP timestamp stands for: even as its sender's clock, and never far from when its packets come. */
final class Pace {
    private static final long FAR_NS = 500_000_000;
    private static final int SLOWNESS = 32;

    private final int clockRateHz;
    private boolean known;
    private int timestamp;
    private long atNs;

    Pace(int clockRateHz) {
        this.clockRateHz = clockRateHz;
    }

    /** @return on the clock of the arrivals */
    long momentNs(int timestamp, long arrivedNs) {
        long expected = atNs + (timestamp - this.timestamp) * 1_000_000_000L / clockRateHz;
        long error = arrivedNs - expected;
        boolean begins = !known || Math.abs(error) > FAR_NS;
        known = true;
        this.timestamp = timestamp;
        atNs = begins ? arrivedNs : expected + error / SLOWNESS;
        return atNs;
    }
}

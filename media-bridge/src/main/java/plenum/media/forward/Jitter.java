package plenum.media.forward;

/** The interarrival jitter of RFC 3550 appendix A.8. */
final class Jitter {
    private final int clockRateHz;
    private int transit;
    private boolean known;
    /** 16 times the jitter. */
    private int scaled;

    Jitter(int clockRateHz) {
        this.clockRateHz = clockRateHz;
    }

    void arrived(int timestamp, long nowNs) {
        int now = Ticks.of(nowNs, clockRateHz) - timestamp;
        if (known) {
            long change = Math.abs((long) (now - transit));
            scaled += (int) Math.min(change, clockRateHz) - (scaled + 8 >> 4);
        }
        transit = now;
        known = true;
    }

    /** In units of the RTP timestamp. */
    int value() {
        return scaled >> 4;
    }

    /** Begins anew with the next packet; keeps the figure. */
    void restart() {
        known = false;
    }
}

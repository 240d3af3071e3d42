package plenum.media.sfu;

/**
 * The time of day that goes with {@link System#nanoTime()}, as sender reports tell it (RFC 3550, 4); it never jumps.
 */
final class NtpClock {
    /** From 1900 to 1970. */
    private static final long EPOCH_SECONDS = 2_208_988_800L;

    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final long baseNs;

    /** @param epochMs milliseconds since 1970 at the moment {@code nowNs} */
    NtpClock(long epochMs, long nowNs) {
        baseNs = epochMs * 1_000_000L - nowNs;
    }

    static NtpClock ofSystem() {
        return new NtpClock(System.currentTimeMillis(), System.nanoTime());
    }

    /** 32.32 fixed point, seconds since 1900. */
    long ntp(long nowNs) {
        long ns = baseNs + nowNs;
        long seconds = Math.floorDiv(ns, NS_PER_SECOND);
        long fraction = (Math.floorMod(ns, NS_PER_SECOND) << 32) / NS_PER_SECOND;
        return seconds + EPOCH_SECONDS << 32 | fraction;
    }

    /**
     * The way there and back (RFC 3550, 6.4.1).
     *
     * @param lastSenderReport of a report block, not 0
     * @param delay of the same block
     */
    long roundTripNs(int lastSenderReport, int delay, long nowNs) {
        int trip = (int) (ntp(nowNs) >> 16) - lastSenderReport - delay;
        return Math.max(0, trip * NS_PER_SECOND >> 16);
    }
}

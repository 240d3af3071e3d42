package plenum.media.forward;

/**
 * Which packets were sent again to a receiver lately: one that is asked for twice within a round trip is sent once, and
 * none more than eight times.
 */
final class Repeats {
    private static final int SIZE = 256;
    private static final int MAX = 8;
    private static final int MIN_WAIT_MS = 20;
    private static final int MAX_WAIT_MS = 100;

    private final long[] numbers = new long[SIZE];
    private final int[] sentMs = new int[SIZE];
    private final byte[] counts = new byte[SIZE];

    /**
     * Whether to send a packet again now; counts it as sent.
     *
     * @param roundTripNs 0: not known
     */
    boolean allow(long number, long nowNs, long roundTripNs) {
        int at = (int) (number & SIZE - 1);
        int nowMs = (int) (nowNs / 1_000_000);
        if (numbers[at] != number) {
            numbers[at] = number;
            counts[at] = 0;
        } else if (counts[at] == MAX || nowMs - sentMs[at] < waitMs(roundTripNs)) {
            return false;
        }
        sentMs[at] = nowMs;
        counts[at]++;
        return true;
    }

    private static int waitMs(long roundTripNs) {
        return (int) Math.clamp(roundTripNs / 2_000_000, MIN_WAIT_MS, MAX_WAIT_MS);
    }
}

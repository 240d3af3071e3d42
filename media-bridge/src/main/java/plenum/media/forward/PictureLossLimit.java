package plenum.media.forward;

/** How often a receiver may say that it lost the picture: three times in 10 s. */
final class PictureLossLimit {
    private static final int TIMES = 3;
    private static final long WITHIN_NS = 10_000_000_000L;

    private final long[] granted = new long[TIMES];
    private int count;

    boolean grant(long nowNs) {
        int at = count % TIMES;
        if (count >= TIMES && nowNs - granted[at] < WITHIN_NS) {
            return false;
        }
        granted[at] = nowNs;
        count = count == 2 * TIMES - 1 ? TIMES : count + 1;
        return true;
    }
}

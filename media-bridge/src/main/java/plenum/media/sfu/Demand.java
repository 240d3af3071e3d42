package plenum.media.sfu;

/**
 * The height a sender is told to send a source at: raised as soon as anybody wants more, lowered only when nobody has
 * wanted so much for a while, so that a glance elsewhere costs no key frame.
 */
final class Demand {
    static final long HOLD_NS = 3_000_000_000L;

    /** A sender that was told nothing sends all it has. */
    private int told = Integer.MAX_VALUE;

    private long neededNs;

    Demand(long nowNs) {
        neededNs = nowNs;
    }

    /**
     * @param height the greatest that any receiver wants now
     * @return whether the sender must be told {@link #height()}
     */
    boolean wanted(int height, long nowNs) {
        if (height == told) {
            neededNs = nowNs;
            return false;
        }
        if (height < told && nowNs - neededNs < HOLD_NS) {
            return false;
        }
        told = height;
        neededNs = nowNs;
        return true;
    }

    int height() {
        return told;
    }
}

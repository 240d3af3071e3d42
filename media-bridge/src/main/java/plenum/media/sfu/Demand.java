package plenum.media.sfu;

/**
 * The height a sender is told to send a source at: raised as soon as anybody wants more, lowered only when nobody has
 * wanted so much for a while, so that a glance elsewhere costs no key frame.
 */
final class Demand {
    static final long HOLD_NS = 3_000_000_000L;

    /** More than any picture has: a sender that was told nothing sends all it has. */
    static final int ALL = 4_320;

    private int told = ALL;

    private long neededNs;

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

    /** It begins to send: what nobody wants is not taken away at once. */
    void begin(long nowNs) {
        neededNs = nowNs;
    }

    /**
     * The source has ended: a sender that was told to pause would never begin again.
     *
     * @return whether the sender must be told {@link #height()}
     */
    boolean end() {
        boolean paused = told == 0;
        told = paused ? ALL : told;
        return paused;
    }

    int height() {
        return told;
    }
}

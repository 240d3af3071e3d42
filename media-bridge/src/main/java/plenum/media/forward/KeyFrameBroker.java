package plenum.media.forward;

/**
 * Merges the wishes of all receivers for a key frame of one source into few requests: the first wish goes out at once,
 * then one in 500 ms as long as anybody wishes, and the next one sooner while no key frame has come for the last: it
 * may be lost, and browsers let requests fall that come within 300 ms of another. Receivers that wait wish again at
 * each tick; the key frame that comes serves all of them.
 */
final class KeyFrameBroker {
    private static final long ANSWERED_NS = 500_000_000L;
    private static final long UNANSWERED_NS = 350_000_000L;

    private final long[] askedNs = new long[VideoSource.MAX_LAYERS];
    private final boolean[] asked = new boolean[VideoSource.MAX_LAYERS];
    private final boolean[] answered = new boolean[VideoSource.MAX_LAYERS];

    /** @return whether the sender is to be asked now */
    boolean wish(int layer, long nowNs) {
        long pause = answered[layer] ? ANSWERED_NS : UNANSWERED_NS;
        if (asked[layer] && nowNs - askedNs[layer] < pause) {
            return false;
        }
        asked[layer] = true;
        answered[layer] = false;
        askedNs[layer] = nowNs;
        return true;
    }

    /** A key frame of the layer has come. */
    void came(int layer) {
        answered[layer] = true;
    }
}

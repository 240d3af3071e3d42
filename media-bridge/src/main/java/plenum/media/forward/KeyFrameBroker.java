package plenum.media.forward;

/**
 * Merges the wishes of all receivers for a key frame of one source into few requests: the first wish goes out at once,
 * then one in 500 ms for the lowest layer and one in a second for the others, as long as anybody wishes. Receivers that
 * wait wish again at each tick; the key frame that comes serves all of them.
 */
final class KeyFrameBroker {
    private static final long LOWEST_NS = 500_000_000L;
    private static final long OTHERS_NS = 1_000_000_000L;

    private final long[] askedNs = new long[VideoSource.MAX_LAYERS];
    private final boolean[] asked = new boolean[VideoSource.MAX_LAYERS];

    /** @return whether the sender is to be asked now */
    boolean wish(int layer, long nowNs) {
        if (asked[layer] && nowNs - askedNs[layer] < (layer == 0 ? LOWEST_NS : OTHERS_NS)) {
            return false;
        }
        asked[layer] = true;
        askedNs[layer] = nowNs;
        return true;
    }
}

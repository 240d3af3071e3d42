package plenum.media.forward;

/**
 * Merges the wishes of all receivers for a key frame of one source into few requests. The first wish goes out at once,
 * the next one half a second later when a key frame came for it; when none came, as soon as the sender listens again:
 * browsers let a request fall that comes within 300 ms of one that they heeded, whichever layer it was for. Receivers
 * that wait wish again and again; the key frame that comes serves all of them.
 */
final class KeyFrameBroker {
    private static final long ANSWERED_NS = 500_000_000L;
    /** With room for a line whose delay is uneven. */
    private static final long DEAF_NS = 350_000_000L;

    private final long[] askedNs = new long[VideoSource.MAX_LAYERS];
    private final long[] againNs = new long[VideoSource.MAX_LAYERS];
    private final boolean[] asked = new boolean[VideoSource.MAX_LAYERS];
    /** When the last request was sent that a browser would heed. */
    private long heededNs;

    private boolean begun;

    /** @return whether the sender is to be asked now */
    boolean wish(int layer, long nowNs) {
        if (asked[layer] && nowNs - againNs[layer] < 0) {
            return false;
        }
        if (!begun || nowNs - heededNs >= DEAF_NS) {
            begun = true;
            heededNs = nowNs;
        }
        asked[layer] = true;
        askedNs[layer] = nowNs;
        againNs[layer] = heededNs + DEAF_NS;
        return true;
    }

    /** A key frame of the layer has come. */
    void came(int layer) {
        againNs[layer] = askedNs[layer] + ANSWERED_NS;
    }
}

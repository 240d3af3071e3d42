package plenum.media.forward;

/**
 * Numbers the packets of a layer that carry something: consecutive although packets of padding only are left out, and
 * going on when the layer's stream begins anew or is replaced by another one.
 */
final class MediaNumbers {
    /** Answer for a packet so late that its number is no longer known. */
    static final long UNKNOWN = -1;

    private static final int STEPS = 32;

    /** From this sequence number on (extended) ... */
    private final long[] from = new long[STEPS];
    /** ... this is added. A ring. */
    private final long[] shift = new long[STEPS];

    private int newest;
    private int count;

    /** From this extended sequence number on numbers begin with {@code number}; of earlier ones nothing is known. */
    void begin(long sequence, long number) {
        newest = 0;
        count = 1;
        from[0] = sequence;
        shift[0] = number - sequence;
    }

    /** The newest packet carries nothing: the next one gets its number. */
    void skip(long sequence) {
        long shifted = shift[newest] - 1;
        if (from[newest] != sequence) {
            newest = (newest + 1) % STEPS;
            count = Math.min(count + 1, STEPS);
        }
        from[newest] = sequence + 1;
        shift[newest] = shifted;
    }

    long of(long sequence) {
        for (int i = 0; i < count; i++) {
            int step = Math.floorMod(newest - i, STEPS);
            if (sequence >= from[step]) {
                return sequence + shift[step];
            }
        }
        return UNKNOWN;
    }
}

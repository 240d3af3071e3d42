package plenum.media.forward;

/**
 * The packets of one stream that are missing, and when to ask its sender for them (RFC 4585 section 6.2.1): once after
 * a short wait, since packets may only have changed places, then once per round trip. What is too much or does not come
 * is given up.
 */
public final class NackList {
    /** So many missing packets are no longer worth asking for: a key frame is. */
    public static final int MAX_MISSING = 100;

    static final int MAX_TRIES = 10;
    static final long FIRST_WAIT_NS = 10_000_000;

    private static final long MIN_ROUND_TRIP_NS = 20_000_000;
    private static final long UNKNOWN_ROUND_TRIP_NS = 100_000_000;

    private final long[] numbers = new long[MAX_MISSING];
    private final long[] dueNs = new long[MAX_MISSING];
    private final byte[] tries = new byte[MAX_MISSING];
    private int count;

    /**
     * The numbers in [from, to) were left out.
     *
     * @return false: too many are missing now, all are given up
     */
    public boolean missing(long from, long to, long nowNs) {
        if (to - from > MAX_MISSING - count) {
            count = 0;
            return false;
        }
        for (long number = from; number < to; number++) {
            numbers[count] = number;
            dueNs[count] = nowNs + FIRST_WAIT_NS;
            tries[count++] = 0;
        }
        return true;
    }

    /** A packet came late. */
    public void arrived(long number) {
        for (int i = 0; i < count; i++) {
            if (numbers[i] == number) {
                System.arraycopy(numbers, i + 1, numbers, i, count - i - 1);
                System.arraycopy(dueNs, i + 1, dueNs, i, count - i - 1);
                System.arraycopy(tries, i + 1, tries, i, count - i - 1);
                count--;
                return;
            }
        }
    }

    /**
     * The sequence numbers to ask for now, ascending.
     *
     * @param roundTripNs 0: not known
     * @param out room for 100
     * @return how many
     */
    public int due(long nowNs, long roundTripNs, int[] out) {
        long wait = Math.max(roundTripNs <= 0 ? UNKNOWN_ROUND_TRIP_NS : roundTripNs, MIN_ROUND_TRIP_NS);
        int asked = 0;
        for (int i = 0; i < count; i++) {
            if (nowNs - dueNs[i] >= 0 && tries[i] < MAX_TRIES) {
                out[asked++] = (int) numbers[i] & 0xffff;
                dueNs[i] = nowNs + wait;
                tries[i]++;
            }
        }
        return asked;
    }

    /**
     * Gives up what was asked for often enough and whose last answer is overdue.
     *
     * @return the greatest number given up, -1: none
     */
    public long giveUp(long nowNs) {
        long lost = -1;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (tries[i] < MAX_TRIES || nowNs - dueNs[i] < 0) {
                numbers[kept] = numbers[i];
                dueNs[kept] = dueNs[i];
                tries[kept++] = tries[i];
            } else {
                lost = Math.max(lost, numbers[i]);
            }
        }
        count = kept;
        return lost;
    }

    public void clear() {
        count = 0;
    }

    int size() {
        return count;
    }
}

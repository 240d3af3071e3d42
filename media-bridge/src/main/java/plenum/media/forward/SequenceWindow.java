package plenum.media.forward;

import java.util.Arrays;
import plenum.media.rtp.SequenceNumbers;

/**
 * Extends the 16-bit sequence numbers of one stream, tells repeated packets, and notices a stream that begins anew with
 * other numbers (RFC 3550 appendix A.1). The numbers it gives never fall back, also not when the stream begins anew.
 */
final class SequenceWindow {
    /** Answer for a packet that was there before. */
    static final long REPEATED = -1;
    /** Answer for a packet too far from the others, unless the next one follows it. */
    static final long OUTSIDE = -2;

    /** How far behind the newest one a packet may come. */
    static final int SIZE = 1_024;

    private static final int MAX_DROPOUT = 3_000;
    private static final int NO_SEQUENCE = -1;

    private final long[] seen = new long[SIZE / Long.SIZE];
    private long highest = -1;
    private int expectedAfterJump = NO_SEQUENCE;
    private int restarts;

    /**
     * Takes a packet's sequence number.
     *
     * @param repaired a retransmission, which proves nothing about where the stream stands
     * @return the extended number, {@link #REPEATED} or {@link #OUTSIDE}
     */
    long take(int sequence, boolean repaired) {
        if (highest < 0) {
            return repaired ? OUTSIDE : begin(0x1_0000 + sequence);
        }
        long number = SequenceNumbers.extend(sequence, highest);
        long ahead = number - highest;
        if (ahead > MAX_DROPOUT || ahead <= -SIZE) {
            return repaired ? OUTSIDE : jump(sequence);
        }
        return ahead > 0 ? advance(number) : fill(number);
    }

    /** -1: none yet. */
    long highest() {
        return highest;
    }

    /** How often the stream began anew. */
    int restarts() {
        return restarts;
    }

    private long jump(int sequence) {
        if (sequence != expectedAfterJump) {
            expectedAfterJump = SequenceNumbers.next(sequence);
            return OUTSIDE;
        }
        restarts++;
        return begin((highest | 0xffff) + 1 + sequence);
    }

    private long begin(long number) {
        Arrays.fill(seen, 0);
        expectedAfterJump = NO_SEQUENCE;
        highest = number;
        return mark(number);
    }

    private long advance(long number) {
        if (number - highest >= SIZE) {
            return begin(number);
        }
        for (long n = highest + 1; n < number; n++) {
            seen[word(n)] &= ~bit(n);
        }
        highest = number;
        return mark(number);
    }

    private long fill(long number) {
        return (seen[word(number)] & bit(number)) != 0 ? REPEATED : mark(number);
    }

    private long mark(long number) {
        seen[word(number)] |= bit(number);
        return number;
    }

    private static int word(long number) {
        return (int) (number & SIZE - 1) / Long.SIZE;
    }

    private static long bit(long number) {
        return 1L << number;
    }
}

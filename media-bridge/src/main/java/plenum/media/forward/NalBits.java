package plenum.media.forward;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/** The bits of an H.264 NAL unit, without its emulation prevention bytes; zeros behind the end. */
final class NalBits {
    private final byte[] b;
    private final int end;
    private int at;
    private int zeros;
    private int left;
    private int current;
    private boolean exhausted;

    NalBits(byte[] b, int off, int len) {
        this.b = b;
        at = off;
        end = off + len;
    }

    /** Whether more was asked for than there is. */
    boolean exhausted() {
        return exhausted;
    }

    int read(int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    void skip(int bits) {
        for (int i = 0; i < bits; i++) {
            bit();
        }
    }

    /** An Exp-Golomb number of at most 16 bits; a longer one exhausts. */
    @CanIgnoreReturnValue
    int golomb() {
        int zeroBits = 0;
        while (zeroBits < 16 && bit() == 0) {
            zeroBits++;
        }
        exhausted |= zeroBits == 16;
        return (1 << zeroBits) - 1 + read(zeroBits);
    }

    void skipGolomb(int count) {
        for (int i = 0; i < count; i++) {
            golomb();
        }
    }

    @CanIgnoreReturnValue
    private int bit() {
        if (left == 0) {
            next();
        }
        left--;
        return current >> left & 1;
    }

    private void next() {
        if (zeros >= 2 && at < end && b[at] == 3) {
            at++;
            zeros = 0;
        }
        exhausted |= at >= end;
        current = at < end ? b[at++] & 0xff : 0;
        zeros = current == 0 ? zeros + 1 : 0;
        left = 8;
    }
}

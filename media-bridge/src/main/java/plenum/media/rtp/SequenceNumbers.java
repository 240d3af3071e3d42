package plenum.media.rtp;

/** Serial number arithmetic on 16-bit sequence numbers and 32-bit timestamps (RFC 1982). */
public final class SequenceNumbers {
    private SequenceNumbers() {}

    /** @return the number with the low 16 bits of {@code sequence} that is nearest to {@code near} */
    public static long extend(int sequence, long near) {
        return near + (short) (sequence - (int) near);
    }

    /** @return how far {@code a} is ahead of {@code b}: -32,768 to 32,767 */
    public static int difference(int a, int b) {
        return (short) (a - b);
    }

    public static boolean newer(int a, int b) {
        return difference(a, b) > 0;
    }

    /** @return how far timestamp {@code a} is ahead of {@code b}, negative if behind */
    public static int timestampDifference(int a, int b) {
        return a - b;
    }

    public static boolean newerTimestamp(int a, int b) {
        return timestampDifference(a, b) > 0;
    }

    public static int next(int sequence) {
        return (sequence + 1) & 0xffff;
    }
}

package plenum.media.forward;

/** Time in units of an RTP timestamp. */
final class Ticks {
    private Ticks() {}

    /** The low 32 bits of {@code ns} in ticks. */
    static int of(long ns, int clockRateHz) {
        return (int) (ns / 1_000 * clockRateHz / 1_000_000);
    }
}

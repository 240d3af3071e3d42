package plenum.media.forward;

/** Which wall-clock time of a sender belongs to which RTP timestamp, by its newest sender report. */
final class SenderClock {
    private final int clockRateHz;
    private boolean known;
    private long ntp;
    private int timestamp;
    private long receivedNs;

    SenderClock(int clockRateHz) {
        this.clockRateHz = clockRateHz;
    }

    /** @param ntp 32.32 fixed point, seconds since 1900 */
    void report(long ntp, int timestamp, long nowNs) {
        this.ntp = ntp;
        this.timestamp = timestamp;
        receivedNs = nowNs;
        known = true;
    }

    boolean known() {
        return known;
    }

    /** The sender's time when the sample of that timestamp was taken. */
    long ntpOf(int timestamp) {
        return ntp + ((long) (timestamp - this.timestamp) << 32) / clockRateHz;
    }

    int timestampOf(long ntp) {
        return timestamp + (int) ((ntp - this.ntp) * clockRateHz >> 32);
    }

    /** The timestamp of a sample that would be taken about now: the way to the bridge is left out. */
    int timestampAt(long nowNs) {
        return timestamp + Ticks.of(nowNs - receivedNs, clockRateHz);
    }

    /** The middle 32 bits of the report's NTP time, 0 without (RFC 3550 section 6.4.1, LSR). */
    int lastReport() {
        return known ? (int) (ntp >> 16) : 0;
    }

    /** Since the report came, in 1/65,536 s, 0 without (DLSR). */
    int delay(long nowNs) {
        return known ? (int) ((nowNs - receivedNs) / 1_000 * 65_536 / 1_000_000) : 0;
    }
}

package plenum.media.forward;

import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.RtpPacket;

/**
 * One RTP stream that the bridge receives, an SSRC: numbers its packets, tells repeated ones, and keeps what a receiver
 * report tells its sender (RFC 3550 sections 6.4.1 and appendix A). On the media thread.
 */
public final class IncomingStream {
    private final int ssrc;
    private final SequenceWindow window = new SequenceWindow();
    private final LossCount losses = new LossCount();
    private final Jitter jitter;
    private final SenderClock clock;
    private final RateMeter bits = new RateMeter();
    private long number = -1;
    private boolean late;
    private int gap;
    private long packets;
    private long outside;
    private long repeated;
    private long lastNs = Long.MIN_VALUE;

    public IncomingStream(int ssrc, int clockRateHz) {
        this.ssrc = ssrc;
        jitter = new Jitter(clockRateHz);
        clock = new SenderClock(clockRateHz);
    }

    /**
     * Takes a packet.
     *
     * @param repaired it came as a retransmission (RFC 4588), which is no arrival of the packet in its reports
     * @return false: there before, or far from all others; not to be used
     */
    public boolean received(RtpPacket p, boolean repaired, long nowNs) {
        long before = window.highest();
        int restartsBefore = window.restarts();
        long taken = window.take(p.sequence(), repaired);
        if (taken < 0) {
            refuse(taken, repaired);
            return false;
        }
        boolean begins = before < 0 || restartsBefore != window.restarts();
        number = taken;
        late = taken < before;
        gap = begins || late ? 0 : (int) (taken - before - 1);
        lastNs = nowNs;
        packets++;
        bits.add(8 * p.length(), nowNs);
        if (begins) {
            losses.begin(taken, before);
            jitter.restart();
        }
        if (!repaired) {
            measure(p, nowNs);
        }
        return true;
    }

    private void refuse(long why, boolean repaired) {
        if (why == SequenceWindow.OUTSIDE) {
            outside++;
            return;
        }
        repeated++;
        if (!repaired) {
            losses.received(); // RFC 3550 appendix A.3 counts each copy
        }
    }

    private void measure(RtpPacket p, long nowNs) {
        losses.received();
        if (!late) {
            jitter.arrived(p.timestamp(), nowNs);
        }
    }

    public int ssrc() {
        return ssrc;
    }

    /**
     * Of the packet received last: its sequence number without wrap-around; never falls back when a stream restarts.
     */
    public long number() {
        return number;
    }

    /** Whether a packet with a greater number had come before the one received last. */
    public boolean late() {
        return late;
    }

    /** How many numbers the packet received last has left out. */
    public int gap() {
        return gap;
    }

    /** How often the sender began anew with other sequence numbers. */
    public int restarts() {
        return window.restarts();
    }

    /** Packets taken. */
    public long packets() {
        return packets;
    }

    /** Packets refused because they had been there before. */
    public long repeated() {
        return repeated;
    }

    /** Packets refused because they were far from all others. */
    public long outside() {
        return outside;
    }

    /** Over the last second, with headers. */
    public long bitrateBps(long nowNs) {
        return bits.perSecond(nowNs);
    }

    /** Whether a packet was taken within that time. */
    public boolean heard(long withinNs, long nowNs) {
        return packets > 0 && nowNs - lastNs < withinNs;
    }

    /** Takes a sender report (RFC 3550 section 6.4.1). */
    public void senderReport(long ntp, int timestamp, long nowNs) {
        clock.report(ntp, timestamp, nowNs);
    }

    /** Whether its sender has told which time its timestamps stand for. */
    public boolean timed() {
        return clock.known();
    }

    /** The timestamp of a sample that would be taken about now; the stream is {@link #timed}. */
    public int timestampAt(long nowNs) {
        return clock.timestampAt(nowNs);
    }

    SenderClock clock() {
        return clock;
    }

    /** Adds what the sender is to know to a report; false: no room. */
    public boolean report(RtcpWriter writer, long nowNs) {
        return writer.reportBlock(
                ssrc,
                losses.takeFraction(window.highest()),
                (int) Math.clamp(cumulativeLost(), -0x80_0000, 0x7f_ffff),
                (int) (window.highest() - 0x1_0000),
                jitter.value(),
                clock.lastReport(),
                clock.delay(nowNs));
    }

    /** Packets lost on the way here and not repaired by the same stream. */
    public long cumulativeLost() {
        return losses.lost(window.highest());
    }

    /** In units of the RTP timestamp. */
    public int jitter() {
        return jitter.value();
    }
}

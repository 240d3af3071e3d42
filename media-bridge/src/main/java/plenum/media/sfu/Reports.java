package plenum.media.sfu;

import plenum.media.forward.IncomingStream;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtcp.RtcpWriter;

/**
 * The RTCP of an endpoint, which ends here (RFC 3550, 6): it gets reports about what it sends and what it is sent; what
 * it reports itself is acted upon.
 */
final class Reports implements RtcpVisitor {
    private static final long INTERVAL_NS = 1_000_000_000L;
    private static final int ROOM = 1_150;

    /** A sender report and a source description. */
    private static final int LONGEST = 64;

    private final Line line;
    private final Uplink uplink;
    private final Downlink downlink;
    private final Slots slots;
    private final NtpClock clock;
    private final int ssrc;
    private final RtcpWriter writer;
    private long reportedNs;
    private long nowNs;
    private long roundTripNs = -1;

    /** @param ssrc under which the bridge reports */
    Reports(Line line, Uplink uplink, Downlink downlink, Slots slots, NtpClock clock, int ssrc, long nowNs) {
        this.line = line;
        this.uplink = uplink;
        this.downlink = downlink;
        this.slots = slots;
        this.clock = clock;
        this.ssrc = ssrc;
        writer = new RtcpWriter(downlink.scratch(), 0, ROOM);
        reportedNs = nowNs;
    }

    /** -1: not known yet. */
    long roundTripNs() {
        return roundTripNs;
    }

    /** Writes reports when it is time. */
    void tick(long nowNs) {
        if (nowNs - reportedNs >= INTERVAL_NS) {
            reportedNs = nowNs;
            writer.clear();
            receiverReport(nowNs);
            senderReports(clock.ntp(nowNs), nowNs);
            flush();
        }
    }

    private void receiverReport(long nowNs) {
        boolean room = writer.receiverReport(ssrc);
        for (IncomingStream stream : uplink.incoming()) {
            room = room && stream.report(writer, nowNs);
        }
    }

    private void senderReports(long ntp, long nowNs) {
        for (Voice voice : slots.voices()) {
            makeRoom();
            voice.report(writer, ntp, nowNs);
        }
        for (View view : slots.views()) {
            makeRoom();
            view.report(writer, ntp, nowNs);
        }
    }

    private void makeRoom() {
        if (writer.length() > ROOM - LONGEST) {
            flush();
        }
    }

    private void flush() {
        line.sendRtcp(writer.buffer(), 0, writer.length());
        writer.clear();
    }

    /** Its reports come now. */
    Reports at(long nowNs) {
        this.nowNs = nowNs;
        return this;
    }

    @Override
    public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
        for (IncomingStream stream : uplink.incoming()) {
            if (stream.ssrc() == ssrc) {
                stream.senderReport(ntp, rtpTimestamp, nowNs);
            }
        }
    }

    @Override
    public void reportBlock(
            int reporter,
            int ssrc,
            int fractionLost,
            int cumulativeLost,
            int highestSequence,
            int jitter,
            int lastSenderReport,
            int delay) {
        if (lastSenderReport != 0) {
            roundTripNs = clock.roundTripNs(lastSenderReport, delay, nowNs);
        }
        downlink.bandwidth().report(fractionLost, slots.takePackets(ssrc), roundTripNs, nowNs);
    }

    @Override
    public void nack(int mediaSsrc, int sequence) {
        slots.repair(mediaSsrc, sequence, roundTripNs, nowNs);
    }

    @Override
    public void pictureLoss(int mediaSsrc) {
        View view = slots.view(mediaSsrc);
        if (view != null) {
            view.pictureLost(nowNs);
        }
    }

    @Override
    public void fullIntraRequest(int mediaSsrc, int command) {
        pictureLoss(mediaSsrc);
    }

    @Override
    public void receiverEstimate(long bitrateBps) {
        downlink.bandwidth().remb(bitrateBps, nowNs);
    }

    @Override
    public void transportFeedback(byte[] buffer, int fciOffset, int fciLength) {
        var unused = downlink.bandwidth().feedback(buffer, fciOffset, fciLength, nowNs);
    }
}

package plenum.media.load;

import java.util.BitSet;
import plenum.media.bwe.ArrivalRecorder;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.RtpPacket;
import plenum.media.rtp.SequenceNumbers;

/** What a peer receives, and what it reports of it as a browser does. Media thread only. */
final class InStreams {
    private static final int MAX_STREAMS = 64;

    private final Meter meter;
    private final int ssrc;
    private final ArrivalRecorder arrivals = new ArrivalRecorder();
    private final int[] ssrcs = new int[MAX_STREAMS];
    private final long[] highest = new long[MAX_STREAMS];
    private final long[] base = new long[MAX_STREAMS];
    private final long[] received = new long[MAX_STREAMS];
    private final long[] lostBefore = new long[MAX_STREAMS];
    private final long[] expectedBefore = new long[MAX_STREAMS];
    private BitSet rtx = new BitSet();
    private int count;

    /** @param ssrc in whose name reports are sent */
    InStreams(Meter meter, int ssrc) {
        this.meter = meter;
        this.ssrc = ssrc;
    }

    /** Payload types of retransmissions, which are no packets of a window. */
    void rtx(BitSet types) {
        rtx = types;
    }

    int ssrc() {
        return ssrc;
    }

    void received(RtpPacket packet, long nowNs) {
        if (packet.transportSequence() >= 0) {
            arrivals.received(packet.transportSequence(), packet.marker(), nowNs);
        }
        int end = packet.payloadOffset() + packet.payloadLength();
        if (rtx.get(packet.payloadType()) || !Stamp.present(packet.buffer(), packet.payloadOffset(), end)) {
            meter.other();
            return;
        }
        count(packet);
        long sentNs = Stamp.sentNs(packet.buffer(), end);
        meter.received(Stamp.stream(packet.buffer(), end), Stamp.number(packet.buffer(), end), nowNs - sentNs);
    }

    private void count(RtpPacket packet) {
        int i = indexOf(packet.ssrc());
        if (i == count && count < MAX_STREAMS) {
            count++;
            ssrcs[i] = packet.ssrc();
            highest[i] = packet.sequence();
            base[i] = packet.sequence();
        }
        if (i < count) {
            received[i]++;
            highest[i] = Math.max(highest[i], SequenceNumbers.extend(packet.sequence(), highest[i]));
        }
    }

    private int indexOf(int wanted) {
        for (int i = 0; i < count; i++) {
            if (ssrcs[i] == wanted) {
                return i;
            }
        }
        return count;
    }

    /** Writes a receiver report. */
    void report(RtcpWriter writer) {
        boolean room = writer.receiverReport(ssrc);
        for (int i = 0; i < Math.min(count, 31); i++) {
            long expected = highest[i] - base[i] + 1;
            long lost = expected - received[i];
            long of = Math.max(1, expected - expectedBefore[i]);
            int fraction = (int) Math.clamp(256 * (lost - lostBefore[i]) / of, 0, 255);
            room &= writer.reportBlock(ssrcs[i], fraction, (int) lost, (int) highest[i], 0, 0, 0);
            expectedBefore[i] = expected;
            lostBefore[i] = lost;
        }
        if (!room) {
            throw new IllegalStateException("no room for a receiver report");
        }
    }

    /** @return bytes of transport-wide feedback written, 0: none is due */
    int feedback(byte[] out, long nowNs) {
        return arrivals.write(out, 0, ssrc, count == 0 ? 0 : ssrcs[0], nowNs);
    }
}

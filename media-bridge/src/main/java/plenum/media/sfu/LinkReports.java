package plenum.media.sfu;

import java.util.List;
import java.util.stream.Stream;
import plenum.media.forward.IncomingStream;
import plenum.media.rtcp.RtcpWriter;

/**
 * What the ends of a link report to each other every second about the streams that cross it (RFC 3550, 6): which time
 * their timestamps stand for, what was lost, and with it the round trip. Media thread only.
 */
final class LinkReports {
    private static final long INTERVAL_NS = 1_000_000_000L;
    private static final int ROOM = 1_150;

    /** A report block, or a sender report with its description. */
    private static final int LONGEST = 64;

    private final Wire wire;
    private final NtpClock clock;
    private final int ssrc;
    private final RtcpWriter writer;
    private long reportedNs;
    private long roundTripNs = -1;
    private long heardNtp;
    private long heardNs;

    /** @param ssrc under which this end reports */
    LinkReports(Wire wire, NtpClock clock, byte[] scratch, int ssrc) {
        this.wire = wire;
        this.clock = clock;
        this.ssrc = ssrc;
        writer = new RtcpWriter(scratch, 0, ROOM);
    }

    /** -1: not known yet. */
    long roundTripNs() {
        return roundTripNs;
    }

    /** The other end has reported. */
    void heard(long ntp, long nowNs) {
        heardNtp = ntp;
        heardNs = nowNs;
    }

    /** The other end tells how our streams come. */
    void told(int lastSenderReport, int delay, long nowNs) {
        if (lastSenderReport != 0) {
            roundTripNs = clock.roundTripNs(lastSenderReport, delay, nowNs);
        }
    }

    /** Writes reports when it is time. */
    void tick(LinkVoices voices, LinkPictures pictures, long nowNs) {
        if (nowNs - reportedNs < INTERVAL_NS) {
            return;
        }
        reportedNs = nowNs;
        long ntp = clock.ntp(nowNs);
        ownReport(ntp, nowNs);
        receiverReports(Stream.concat(voices.incoming(), pictures.incoming()).toList(), nowNs);
        voices.relays().forEach(relay -> relay.report(room(), ntp, nowNs));
        pictures.relays().forEach(relay -> relay.report(this::room, ntp, nowNs));
        flush();
    }

    /** Tells the round trip also while nothing crosses. */
    private void ownReport(long ntp, long nowNs) {
        writer.clear();
        boolean room = writer.senderReport(ssrc, ntp, 0, 0, 0);
        if (room && heardNtp != 0) {
            long delay = (nowNs - heardNs) / 1_000 * 65_536 / 1_000_000;
            var unused = writer.reportBlock(ssrc, 0, 0, 0, 0, (int) (heardNtp >> 16), (int) delay);
        }
        flush();
    }

    private void receiverReports(List<IncomingStream> streams, long nowNs) {
        var unused = writer.receiverReport(ssrc);
        for (IncomingStream stream : streams) {
            if (!stream.report(writer, nowNs)) {
                flush();
                unused = writer.receiverReport(ssrc) && stream.report(writer, nowNs);
            }
        }
        flush();
    }

    /** Every packet begins with the link's own SSRC, by which it is found. */
    private RtcpWriter room() {
        if (writer.length() > ROOM - LONGEST) {
            flush();
        }
        if (writer.length() == 0) {
            var unused = writer.receiverReport(ssrc);
        }
        return writer;
    }

    private void flush() {
        if (writer.length() > 0) {
            wire.sendRtcp(writer.buffer(), 0, writer.length());
        }
        writer.clear();
    }
}

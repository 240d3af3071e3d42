package plenum.media.forward;

import plenum.media.rtp.Codec;
import plenum.media.rtp.SequenceNumbers;

/**
 * The one stream, with its stream of retransmissions (RFC 4588), that a receiver gets from a slot whatever the slot
 * shows: its sequence numbers, timestamps and picture ids go on from run to run.
 */
final class OutgoingVideo {
    /** Behind a packet there must be room for the tag of SRTP. */
    private static final int ROOM_BEHIND = 32;

    /** How many of the newest packets serve as padding. */
    private static final int PROBE_PACKETS = 16;

    private final int ssrc;
    private final OutgoingRtx rtx;
    private final RunHistory runs = new RunHistory();
    private long nextNumber;
    private int timestamp;
    private long frameNs;
    private int pictureId = -1;
    private int tl0PictureIndex = -1;
    private int payloadType = Codec.VP8.payloadType();
    private int probe;
    private long packets;
    private long octets;

    OutgoingVideo(int ssrc, int rtxSsrc) {
        this.ssrc = ssrc;
        rtx = new OutgoingRtx(rtxSsrc);
        nextNumber = 0x1_0000 + (ssrc & 0x3fff); // low, as RFC 3711 section 3.3.1 wishes
    }

    int ssrc() {
        return ssrc;
    }

    int rtxSsrc() {
        return rtx.ssrc();
    }

    Run run() {
        return runs.newest();
    }

    /** A run begins with this packet. */
    void begin(VideoPacket p, long nowNs) {
        Run before = runs.newest();
        int at = packets == 0 ? p.timestamp() : Timeline.next(timestamp, nowNs - frameNs, before, p);
        before.end();
        runs.next()
                .begin(p, nextNumber, at, after(pictureId, p.pictureId()), after(tl0PictureIndex, p.tl0PictureIndex()));
    }

    /** One more than the last one sent; the packet's own when none was. */
    private static int after(int last, int own) {
        return last < 0 ? own : last + 1;
    }

    /** @return the length of the packet for the receiver; 0: not for it */
    int forward(VideoPacket p, long nowNs, byte[] out) {
        Run run = runs.of(p);
        if (run == null || !fits(p, out)) {
            return 0;
        }
        advance(run, p, nowNs);
        packets++;
        payloadType = p.payloadType();
        octets += p.payloadLength();
        OutgoingHeader.video(out, p.payloadType(), p.marker(), (int) run.number(p), run.timestamp(p.timestamp()), ssrc);
        return OutgoingHeader.VIDEO_LENGTH + PayloadWriter.write(p, run, out, OutgoingHeader.VIDEO_LENGTH);
    }

    private static boolean fits(VideoPacket p, byte[] out) {
        int head = OutgoingRtx.HEADER_LENGTH + PayloadWriter.MAX_GROWTH;
        return head + p.payloadLength() + ROOM_BEHIND <= out.length;
    }

    private void advance(Run run, VideoPacket p, long nowNs) {
        run.forwarded(p);
        if (run.number(p) < nextNumber) {
            return;
        }
        nextNumber = run.number(p) + 1;
        int at = run.timestamp(p.timestamp());
        if (packets == 0 || SequenceNumbers.newerTimestamp(at, timestamp)) {
            timestamp = at;
            frameNs = nowNs;
        }
        if (p.pictureId() >= 0) {
            pictureId = run.pictureId(p);
        }
        if (p.tl0PictureIndex() >= 0) {
            tl0PictureIndex = run.tl0PictureIndex(p);
        }
    }

    /** @return the length of a retransmission of what was sent under that sequence number; 0: none */
    int retransmit(int sequence, long nowNs, long roundTripNs, byte[] out) {
        long number = SequenceNumbers.extend(sequence, nextNumber - 1);
        Run run = runs.of(number);
        VideoPacket p = run == null ? null : run.packet(number);
        if (run == null || p == null || !fits(p, out) || !rtx.allows(number, nowNs, roundTripNs)) {
            return 0;
        }
        return rtx.repeat(p, run, out);
    }

    /** @return the length of one of the newest packets once more, else of about so many bytes of padding */
    int padding(int bytes, byte[] out) {
        Run run = runs.newest();
        boolean repeats = packets > 0 && bytes > OutgoingRtx.LONGEST_PADDING;
        VideoPacket p = repeats ? run.packet(probed(run)) : null;
        return p == null || !fits(p, out) ? rtx.pad(payloadType, timestamp, bytes, out) : rtx.repeat(p, run, out);
    }

    private long probed(Run run) {
        probe = (probe + 1) % PROBE_PACKETS;
        return run.lastNumber() - probe;
    }

    /** Of a sample that would be taken about now. */
    int timestampAt(long nowNs) {
        Run run = runs.newest();
        VideoLayer layer = run.layer();
        IncomingStream stream = layer == null || !run.alive() ? null : layer.stream();
        return stream != null && stream.clock().known()
                ? run.timestamp(stream.clock().timestampAt(nowNs))
                : timestamp + Ticks.of(nowNs - frameNs, Codec.VP8.clockRateHz());
    }

    long packets() {
        return packets;
    }

    long octets() {
        return octets;
    }
}

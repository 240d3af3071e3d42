package plenum.media.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.MediaFormats;
import plenum.media.rtp.RtpPacket;

/** A voice or picture that a peer sends at its rate, with the header extensions of a browser. Media thread only. */
final class OutStream {
    private static final int LOUD = 0x80 | 20;
    private static final long SECOND_NS = 1_000_000_000;

    /** Between Unix time and that of NTP, seconds. */
    private static final long NTP_EPOCH = 2_208_988_800L;

    private final StreamPlan plan;
    private final int index;
    private final int ssrc;
    private final Meter meter;
    private final byte[] template;
    private final int headerLength;
    private final int transportSequenceAt;
    private final SyntheticVp8 pictures;
    private final byte[] packet = new byte[2_048];
    private boolean keyWanted = true;
    private long frame;
    private long nextNs;
    private int sequence;
    private int packets;

    OutStream(StreamPlan plan, int index, int ssrc, Meter meter) {
        this.plan = plan;
        this.index = index;
        this.ssrc = ssrc;
        this.meter = meter;
        pictures = new SyntheticVp8(plan.height());
        template = new byte[plan.packetBytes()];
        Arrays.fill(template, (byte) 0x5a);
        headerLength = writeHeader(template);
        transportSequenceAt = RtpPacket.HEADER_LENGTH + 4 + 1;
        if (plan.packetBytes() < headerLength + SyntheticVp8.shortest() + Stamp.LENGTH) {
            throw new IllegalArgumentException("too short for header and stamp: " + plan);
        }
    }

    StreamPlan plan() {
        return plan;
    }

    int ssrc() {
        return ssrc;
    }

    /** Of the m-line in which it is sent; the same for all bridges. */
    String mid() {
        return plan.video() ? "1" : "0";
    }

    void wantKeyFrame() {
        keyWanted = true;
    }

    /** The first frame falls somewhere into the first interval, so that not all streams send at once. */
    void start(long nowNs) {
        long interval = SECOND_NS / plan.framesPerSecond();
        nextNs = nowNs + interval * (index * 7 % 16) / 16;
    }

    /** Sends all frames that are due. */
    void sendDue(Peer peer, long nowNs) {
        while (nextNs <= nowNs) {
            sendFrame(peer);
            nextNs += SECOND_NS / plan.framesPerSecond();
        }
    }

    private void sendFrame(Peer peer) {
        boolean key = plan.video() && keyWanted;
        keyWanted = false;
        pictures.next(key);
        for (int i = 0; i < plan.packetsPerFrame(); i++) {
            sendPacket(peer, i, key);
        }
        frame++;
    }

    private void sendPacket(Peer peer, int inFrame, boolean key) {
        System.arraycopy(template, 0, packet, 0, template.length);
        boolean last = inFrame == plan.packetsPerFrame() - 1;
        packet[1] = (byte) (plan.codec().payloadType() | (last && plan.video() ? 0x80 : 0));
        Bytes.put16(packet, 2, sequence++);
        Bytes.put32(packet, 4, timestamp());
        Bytes.put16(packet, transportSequenceAt, peer.nextTransportSequence());
        if (plan.video()) {
            pictures.write(packet, headerLength, inFrame == 0, key, plan.packetsPerFrame() * template.length);
        }
        Stamp.write(packet, template.length, index, meter.sent(index), System.nanoTime());
        packets++;
        peer.send(packet, template.length);
    }

    private int timestamp() {
        return (int) (frame * plan.codec().clockRateHz() / plan.framesPerSecond());
    }

    /** Writes a sender report; the stream's clock is its frames. */
    void report(RtcpWriter writer, long unixMs) {
        long ntp = (unixMs / 1_000 + NTP_EPOCH << 32) + (unixMs % 1_000 << 32) / 1_000;
        boolean room = writer.senderReport(ssrc, ntp, timestamp(), packets, packets * template.length)
                && writer.cname(ssrc, "load");
        if (!room) {
            throw new IllegalStateException("no room for a sender report");
        }
    }

    /** @return its length: what stands before the payload in every packet */
    private int writeHeader(byte[] b) {
        b[0] = (byte) 0x90;
        Bytes.put32(b, 8, ssrc);
        int at = RtpPacket.HEADER_LENGTH;
        Bytes.put16(b, at, 0xbede);
        int from = at + 4;
        int end = extension(b, from, MediaFormats.TRANSPORT_SEQUENCE, 0, 0);
        end = extension(b, end, MediaFormats.MID, mid().getBytes(US_ASCII)[0]);
        end = plan.video() ? end : extension(b, end, MediaFormats.AUDIO_LEVEL, LOUD);
        int padded = end - from + 3 & ~3;
        Arrays.fill(b, end, from + padded, (byte) 0);
        Bytes.put16(b, at + 2, padded / 4);
        return from + padded;
    }

    private static int extension(byte[] b, int at, int id, int... data) {
        b[at] = (byte) (id << 4 | data.length - 1);
        for (int i = 0; i < data.length; i++) {
            b[at + 1 + i] = (byte) data[i];
        }
        return at + 1 + data.length;
    }
}

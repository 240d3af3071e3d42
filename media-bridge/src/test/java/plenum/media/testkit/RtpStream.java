package plenum.media.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import plenum.media.peer.MediaPeer;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.Codec;
import plenum.media.rtp.MediaFormats;
import plenum.media.rtp.RtpPacket;
import plenum.media.srtp.SrtpProfile;

/** Writes the packets of one stream with the header extensions of a browser. Media thread of its peer only. */
public final class RtpStream {
    /** Of RFC 6464: voice, and not quite the loudest. */
    private static final int LOUD_VOICE = 0x80 | 20;

    private final MediaPeer peer;
    private final Codec codec;
    private final int ssrc;
    private final String mid;
    private final String rid;
    private final byte[] packet = new byte[1_500 + SrtpProfile.MAX_OVERHEAD];
    private int sequence;
    private int transportSequence;

    /** @param rid empty: a stream without layers */
    public RtpStream(MediaPeer peer, Codec codec, int ssrc, String mid, String rid) {
        this.peer = peer;
        this.codec = codec;
        this.ssrc = ssrc;
        this.mid = mid;
        this.rid = rid;
    }

    public int ssrc() {
        return ssrc;
    }

    /** Sends one packet. @return whether it went out */
    public boolean send(byte[] payload, boolean marker, int timestamp) {
        packet[0] = (byte) 0x90;
        packet[1] = (byte) ((marker ? 0x80 : 0) | codec.payloadType());
        Bytes.put16(packet, 2, sequence++);
        Bytes.put32(packet, 4, timestamp);
        Bytes.put32(packet, 8, ssrc);
        int header = extensions(RtpPacket.HEADER_LENGTH);
        System.arraycopy(payload, 0, packet, header, payload.length);
        return peer.sendRtp(packet, 0, header + payload.length);
    }

    /** Passes over a sequence number, as if that packet had been lost. */
    public void skip() {
        sequence++;
    }

    private int extensions(int at) {
        Bytes.put16(packet, at, 0xbede);
        int end = extension(at + 4, MediaFormats.MID, mid.getBytes(US_ASCII));
        end = rid.isEmpty() ? end : extension(end, MediaFormats.RID, rid.getBytes(US_ASCII));
        end = codec.video() ? end : extension(end, MediaFormats.AUDIO_LEVEL, new byte[] {(byte) LOUD_VOICE});
        int number = transportSequence++;
        end = extension(end, MediaFormats.TRANSPORT_SEQUENCE, new byte[] {(byte) (number >> 8), (byte) number});
        while ((end - at) % 4 != 0) {
            packet[end++] = 0;
        }
        Bytes.put16(packet, at + 2, (end - at) / 4 - 1);
        return end;
    }

    private int extension(int at, int id, byte[] value) {
        packet[at] = (byte) (id << 4 | value.length - 1);
        System.arraycopy(value, 0, packet, at + 1, value.length);
        return at + 1 + value.length;
    }
}

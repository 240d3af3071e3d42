package plenum.media.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** A sender and a receiver with the same keys, and packets between them. */
final class Line {
    static final int SSRC = 0xcafebabe;
    final SrtpSender sender;
    final SrtpReceiver receiver;

    Line(SrtpProfile profile) {
        sender = new SrtpSender(keys(profile, 7));
        receiver = new SrtpReceiver(keys(profile, 7));
    }

    static SrtpKeys keys(SrtpProfile profile, int seed) {
        byte[] key = new byte[profile.keyLength()];
        byte[] salt = new byte[profile.saltLength()];
        Arrays.fill(key, (byte) seed);
        Arrays.fill(salt, (byte) (seed + 1));
        return new SrtpKeys(profile, key, salt);
    }

    static byte[] rtp(int ssrc, int sequence, int payload) {
        byte[] b = new byte[Headers.RTP + payload];
        b[0] = (byte) 0x80;
        b[1] = 100;
        b[2] = (byte) (sequence >> 8);
        b[3] = (byte) sequence;
        Headers.put32(b, 8, ssrc);
        Arrays.fill(b, Headers.RTP, b.length, (byte) sequence);
        return b;
    }

    static byte[] pictureLoss(int ssrc) {
        byte[] b = {(byte) 0x81, (byte) 206, 0, 2, 0, 0, 0, 0, 1, 2, 3, 4};
        Headers.put32(b, 4, ssrc);
        return b;
    }

    byte[] seal(byte[] packet) {
        byte[] b = Arrays.copyOf(packet, packet.length + SrtpProfile.MAX_OVERHEAD);
        int length = sender.protect(b, 0, packet.length);
        assertThat(length).isGreaterThan(packet.length);
        return Arrays.copyOf(b, length);
    }

    byte[] seal(int sequence) {
        return seal(rtp(SSRC, sequence, 50));
    }

    byte[] sealRtcp(byte[] packet) {
        byte[] b = Arrays.copyOf(packet, packet.length + SrtpProfile.MAX_OVERHEAD);
        return Arrays.copyOf(b, sender.protectRtcp(b, 0, packet.length));
    }

    int open(byte[] sealed) {
        return receiver.unprotect(sealed.clone(), 0, sealed.length);
    }

    int openRtcp(byte[] sealed) {
        return receiver.unprotectRtcp(sealed.clone(), 0, sealed.length);
    }

    /** Sends packets through, each of which must arrive. */
    void pass(int from, int to) {
        for (int i = from; i <= to; i++) {
            assertThat(open(seal(i & 0xffff))).as("packet %d", i).isEqualTo(62);
        }
    }
}

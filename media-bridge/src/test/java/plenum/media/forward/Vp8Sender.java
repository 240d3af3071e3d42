package plenum.media.forward;

import java.util.ArrayList;
import java.util.List;
import plenum.media.rtp.Bytes;

/**
 * Sends one layer of a VP8 camera: frames of 3,000 ticks in packets whose payload ends with a stamp of layer, frame and
 * place in the frame.
 */
public final class Vp8Sender {
    static final int STAMP = 8;
    static final int FRAME_TICKS = 3_000;

    final int layer;
    public final int ssrc;
    int sequence;
    int timestamp;
    int pictureId;
    int tl0;
    int pictureIdBits = 15;
    int height = 180;
    private int filler;
    int frame;

    public Vp8Sender(int layer, int sequence, int timestamp, int pictureId, int tl0) {
        this.layer = layer;
        ssrc = 0x1000 + layer;
        this.sequence = sequence;
        this.timestamp = timestamp;
        this.pictureId = pictureId;
        this.tl0 = tl0;
    }

    /** Packets are so much longer, and key frames tell this height. */
    public Vp8Sender film(int bytes, int lines) {
        filler = bytes;
        height = lines;
        return this;
    }

    /** The next frame. */
    public List<byte[]> frame(boolean key, int packets) {
        timestamp += FRAME_TICKS;
        pictureId++;
        tl0++;
        frame++;
        var out = new ArrayList<byte[]>();
        for (int i = 0; i < packets; i++) {
            out.add(packet(i == packets - 1, payload(key, i)));
        }
        return out;
    }

    /** The only packet of the next frame. */
    byte[] frame(boolean key) {
        return frame(key, 1).getFirst();
    }

    byte[] padding() {
        return RtpBytes.padding(RtpBytes.VP8, sequence++ & 0xffff, timestamp, ssrc);
    }

    private byte[] packet(boolean marker, byte[] payload) {
        return RtpBytes.packet(RtpBytes.VP8, marker, sequence++ & 0xffff, timestamp, ssrc, payload);
    }

    private byte[] payload(boolean key, int index) {
        int descriptor = pictureIdBits == 15 ? 6 : 5;
        byte[] b = new byte[descriptor + 10 + filler + STAMP];
        b[0] = (byte) (index == 0 ? 0x90 : 0x80);
        b[1] = (byte) 0xe0;
        if (pictureIdBits == 15) {
            Bytes.put16(b, 2, 0x8000 | pictureId & 0x7fff);
        } else {
            b[2] = (byte) (pictureId & 0x7f);
        }
        b[descriptor - 2] = (byte) tl0;
        if (index == 0) {
            frameHeader(b, descriptor, key);
        }
        Bytes.put16(b, b.length - STAMP, layer);
        Bytes.put32(b, b.length - 6, frame);
        Bytes.put16(b, b.length - 2, index);
        return b;
    }

    private void frameHeader(byte[] b, int at, boolean key) {
        b[at] = (byte) (key ? 0 : 1);
        if (key) {
            Bytes.put24(b, at + 3, 0x9d012a);
            b[at + 6] = (byte) (height * 16 / 9);
            b[at + 7] = (byte) (height * 16 / 9 >> 8);
            b[at + 8] = (byte) height;
            b[at + 9] = (byte) (height >> 8);
        }
    }
}

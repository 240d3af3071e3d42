package plenum.media.sfu;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import plenum.media.forward.Vp8Sender;
import plenum.media.peer.MediaPeer;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.Codec;
import plenum.media.rtp.MediaFormats;

/**
 * A peer that films in three layers and speaks, and repairs like a browser: video in streams of retransmissions, voice
 * by the same packet again. All on the media thread of its peer.
 */
final class FilmingPeer implements MediaPeer.Listener, RtcpVisitor, AutoCloseable {
    static final Map<String, List<String>> SENDS = Map.of("0", List.of(), "1", List.of("q", "h", "f"));

    private static final int VOICE = 500;
    private static final int LAYER = 600;
    private static final int RTX = 100;
    private static final int[] PACKETS = {1, 2, 4};
    private static final int KEY_FRAME = 3;
    private static final String[] RIDS = {"q", "h", "f"};

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Vp8Sender[] layers = {
        new Vp8Sender(0, 65_500, 1_000, 32_700, 250).film(400, 180),
        new Vp8Sender(1, 500, -50_000, 100, 5).film(800, 360),
        new Vp8Sender(2, 30_000, 7, 1_000, 100).film(1_000, 720)
    };
    private final boolean[] keyWanted = {true, true, true};
    private final AtomicInteger[] asked = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
    /** What was sent, by SSRC and sequence number: video in the clear, voice as it went out. */
    private final Map<Long, byte[]> sent = new HashMap<>();

    private final MediaPeer peer;
    private int transportSequence;
    private int voiceSequence = 65_530;
    private int voiceTimestamp;
    private int rtxSequence;

    FilmingPeer(Joining room) {
        peer = room.join(SENDS, this);
    }

    void begin() {
        peer.connectNow();
        var unused = clock.scheduleAtFixedRate(() -> peer.execute(this::frame), 0, 33, TimeUnit.MILLISECONDS);
        var ignored = clock.scheduleAtFixedRate(() -> peer.execute(this::speak), 0, 20, TimeUnit.MILLISECONDS);
    }

    /** How often a key frame of a layer was asked for. */
    int asked(int layer) {
        return asked[layer].get();
    }

    private void frame() {
        for (int i = 0; i < layers.length; i++) {
            int packets = keyWanted[i] ? KEY_FRAME * PACKETS[i] : PACKETS[i];
            for (byte[] packet : layers[i].frame(keyWanted[i], packets)) {
                Bytes.put32(packet, 8, LAYER + i);
                sent.put(key(LAYER + i, Bytes.u16(packet, 2)), packet);
                send(packet, "1", MediaFormats.RID, RIDS[i]);
            }
            keyWanted[i] = false;
        }
    }

    private void speak() {
        byte[] packet = new byte[12 + 80];
        packet[0] = (byte) 0x80;
        packet[1] = (byte) Codec.OPUS.payloadType();
        Bytes.put16(packet, 2, voiceSequence++);
        Bytes.put32(packet, 4, voiceTimestamp += 960);
        Bytes.put32(packet, 8, VOICE);
        Bytes.put32(packet, 12, voiceTimestamp);
        byte[] out = new byte[200];
        int length = extend(packet, out, "0", MediaFormats.AUDIO_LEVEL, "\u0014");
        int sealed = peer.seal(out, 0, length);
        sent.put(key(VOICE, Bytes.u16(packet, 2)), Arrays.copyOf(out, sealed));
        peer.sendSealed(out, 0, sealed);
    }

    private static long key(int ssrc, int sequence) {
        return (long) ssrc << 16 | sequence;
    }

    private void send(byte[] packet, String mid, int extension, String value) {
        byte[] out = new byte[packet.length + 64];
        peer.sendRtp(out, 0, extend(packet, out, mid, extension, value));
    }

    /** Adds the header extensions that a browser would. @return the length */
    private int extend(byte[] packet, byte[] out, String mid, int extension, String value) {
        System.arraycopy(packet, 0, out, 0, 12);
        out[0] |= 0x10;
        Bytes.put16(out, 12, 0xbede);
        int at = extension(out, 16, MediaFormats.MID, mid.getBytes(US_ASCII));
        at = extension(out, at, extension, value.getBytes(US_ASCII));
        int number = transportSequence++;
        at = extension(out, at, MediaFormats.TRANSPORT_SEQUENCE, new byte[] {(byte) (number >> 8), (byte) number});
        at = at + 3 & ~3;
        Bytes.put16(out, 14, (at - 16) / 4);
        System.arraycopy(packet, 12, out, at, packet.length - 12);
        return at + packet.length - 12;
    }

    private static int extension(byte[] out, int at, int id, byte[] value) {
        out[at] = (byte) (id << 4 | value.length - 1);
        System.arraycopy(value, 0, out, at + 1, value.length);
        return at + 1 + value.length;
    }

    @Override
    public void nack(int mediaSsrc, int sequence) {
        byte[] packet = sent.get(key(mediaSsrc, sequence));
        if (packet == null) {
            return;
        }
        if (mediaSsrc == VOICE) {
            peer.sendSealed(packet, 0, packet.length);
        } else {
            repeat(packet, mediaSsrc - LAYER);
        }
    }

    private void repeat(byte[] packet, int layer) {
        byte[] rtx = new byte[packet.length + 2];
        System.arraycopy(packet, 0, rtx, 0, 12);
        System.arraycopy(packet, 12, rtx, 14, packet.length - 12);
        rtx[1] = (byte) (packet[1] & 0x80 | Codec.VP8.rtxPayloadType());
        Bytes.put16(rtx, 12, Bytes.u16(packet, 2));
        Bytes.put16(rtx, 2, rtxSequence++);
        Bytes.put32(rtx, 8, LAYER + layer + RTX);
        send(rtx, "1", MediaFormats.REPAIRED_RID, RIDS[layer]);
    }

    @Override
    public void pictureLoss(int mediaSsrc) {
        keyWanted[mediaSsrc - LAYER] = true;
        asked[mediaSsrc - LAYER].incrementAndGet();
    }

    @Override
    public void rtp(byte[] data, int offset, int length, long nowNs) {}

    @Override
    public void rtcp(byte[] data, int offset, int length, long nowNs) {
        var unused = RtcpReader.read(data, offset, length, this);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

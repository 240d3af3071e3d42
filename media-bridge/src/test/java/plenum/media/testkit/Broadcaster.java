package plenum.media.testkit;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import plenum.media.peer.MediaPeer;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtp.Bytes;
import plenum.media.rtp.Codec;

/**
 * What a peer sends like a browser: a voice of 50 packets a second and a camera in three layers of 180, 360 and 720
 * lines, 25 frames a second, each at its usual bit rate; key frames, five times as large, when asked.
 */
public final class Broadcaster implements MediaPeer.Listener, RtcpVisitor, AutoCloseable {
    private static final int VOICE_SSRC = 1;
    private static final int CAMERA_SSRC = 10;
    private static final String[] RIDS = {"q", "h", "f"};
    private static final int[] BPS = {150_000, 500_000, 1_500_000};
    private static final int FRAMES_PER_SECOND = 25;
    private static final int MAX_PAYLOAD = 1_100;
    private static final int DESCRIPTOR = 4;

    private final byte mark;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Set<Integer> keyFrames = ConcurrentHashMap.newKeySet();

    public Broadcaster() {
        this((byte) 0x5a);
    }

    /** @param mark the last byte of each packet of its camera, by which a watcher knows whose it is */
    public Broadcaster(byte mark) {
        this.mark = mark;
    }

    /** Begins to send over a peer that is connected. */
    public void begin(MediaPeer peer) {
        var voice = new RtpStream(peer, Codec.OPUS, VOICE_SSRC, "0", "");
        every(20, new Voice(peer, voice));
        for (int layer = 0; layer < RIDS.length; layer++) {
            var stream = new RtpStream(peer, Codec.VP8, CAMERA_SSRC + layer, "1", RIDS[layer]);
            keyFrames.add(stream.ssrc());
            every(1_000 / FRAMES_PER_SECOND, new Layer(peer, stream, BPS[layer], 180 << layer));
        }
    }

    private void every(int ms, Runnable task) {
        var unused = clock.scheduleAtFixedRate(task, 0, ms, TimeUnit.MILLISECONDS);
    }

    @Override
    public void rtp(byte[] data, int offset, int length, long nowNs) {}

    @Override
    public void rtcp(byte[] data, int offset, int length, long nowNs) {
        var unused = RtcpReader.read(data, offset, length, this);
    }

    @Override
    public void pictureLoss(int mediaSsrc) {
        keyFrames.add(mediaSsrc);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static final class Voice implements Runnable {
        private static final int SAMPLES = 960;

        private final MediaPeer peer;
        private final RtpStream stream;
        private int timestamp;

        private Voice(MediaPeer peer, RtpStream stream) {
            this.peer = peer;
            this.stream = stream;
        }

        @Override
        public void run() {
            timestamp += SAMPLES;
            int now = timestamp;
            peer.execute(() -> stream.send(new byte[80], false, now));
        }
    }

    private final class Layer implements Runnable {
        private final MediaPeer peer;
        private final RtpStream stream;
        private final int bytes;
        private final int height;
        private int frame;

        private Layer(MediaPeer peer, RtpStream stream, int bps, int height) {
            this.peer = peer;
            this.stream = stream;
            this.height = height;
            bytes = bps / 8 / FRAMES_PER_SECOND;
        }

        @Override
        public void run() {
            frame++;
            int now = frame;
            boolean key = keyFrames.remove(stream.ssrc());
            peer.execute(() -> send(now, key));
        }

        private void send(int number, boolean key) {
            int left = key ? 5 * bytes : bytes;
            for (boolean first = true; left > 0; first = false) {
                int length = Math.min(left, MAX_PAYLOAD);
                left -= length;
                byte[] payload = first ? start(number, key, length) : rest(number, length);
                stream.send(payload, left == 0, 90_000 / FRAMES_PER_SECOND * number);
            }
        }

        /** RFC 7741, sections 4.2 and 4.3: enough of it for a bridge, not for a decoder. */
        private byte[] start(int number, boolean key, int length) {
            byte[] payload = rest(number, Math.max(length, 20));
            payload[0] |= 0x10;
            payload[DESCRIPTOR] = (byte) (key ? 0x10 : 0x11);
            if (key) {
                Bytes.put24(payload, DESCRIPTOR + 3, 0x9d012a);
                payload[DESCRIPTOR + 8] = (byte) height;
                payload[DESCRIPTOR + 9] = (byte) (height >> 8);
            }
            return payload;
        }

        private byte[] rest(int number, int length) {
            byte[] payload = new byte[Math.max(length, DESCRIPTOR + 1)];
            Arrays.fill(payload, mark);
            payload[0] = (byte) 0x80;
            payload[1] = (byte) 0x80;
            Bytes.put16(payload, 2, 0x8000 | number & 0x7fff);
            return payload;
        }
    }
}

package plenum.media.bwe;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One receiver behind a bottleneck, as the bridge serves it: voices at 50 packets a second, a picture whose layer the
 * allocation chooses (frames of varying size that leave at once, a large one at each switch), padding for probes; and
 * the receiver's feedback, which takes the link's delay back and may be lost as well.
 */
final class Flow {
    static final int VOICE_BPS = 50 * 110 * 8;

    private static final long MS = 1_000_000;
    private static final int PACKET = 1_100;
    private static final long FRAME_NS = 33 * MS;

    final SendBandwidth bandwidth = new SendBandwidth();
    private final Bottleneck link;
    private final SplittableRandom random;
    private final ArrivalRecorder recorder = new ArrivalRecorder();
    private final ArrayDeque<Arrival> underWay = new ArrayDeque<>();
    private final ArrayDeque<Feedback> back = new ArrayDeque<>();
    private final Allocation allocation = new Allocation();
    private final Wish wish = new Wish(false);
    private final long[] layers;
    private double feedbackLoss;
    private boolean feedbackOn = true;
    private double reportedLoss = -1;
    private boolean muted;
    private boolean elastic;
    private int layer = Wish.NONE;
    private boolean keyFrame;
    private long frameNs;
    private long paddingBytes;
    private int switches;
    private long arrivedBytes;
    private int audioArrived;
    private int audioSent;

    private record Arrival(int sequence, long atNs, int bytes, boolean audio) {}

    private record Feedback(byte[] message, long atNs) {}

    /** @param layers bits per second, from 180 lines on */
    Flow(Bottleneck link, long seed, long... layers) {
        this.link = link;
        this.layers = layers;
        random = new SplittableRandom(seed);
        for (int i = 0; i < layers.length; i++) {
            wish.layer(i, 180 << i, layers[i]);
        }
        wish.want(180 << layers.length, true);
    }

    /** What the receiver reports without transport-wide feedback, every second. */
    void reportsOnly(double lossShare) {
        feedbackOn = false;
        reportedLoss = lossShare;
    }

    /** Always sends what the estimate allows, in place of layers. */
    Flow elastic() {
        elastic = true;
        return this;
    }

    /** Nothing is sent at all. */
    void muted(boolean now) {
        muted = now;
    }

    void feedbackLoss(double share) {
        feedbackLoss = share;
    }

    void feedback(boolean on) {
        feedbackOn = on;
    }

    /** A millisecond passes. */
    void step(long nowNs) {
        long ms = nowNs / MS;
        receive(nowNs);
        if (!muted) {
            sendMedia(nowNs, ms);
        }
        if (ms % 5 == 0 && !muted) {
            probe(nowNs);
        }
        if (ms % 1_000 == 0 && reportedLoss >= 0) {
            bandwidth.report((int) (reportedLoss * 256), 50, 40 * MS, nowNs);
        }
        if (ms % 200 == 0) {
            allocate(nowNs);
        }
    }

    private void allocate(long nowNs) {
        boolean changed =
                allocation.allocate(List.of(wish), 1, Math.max(0, bandwidth.estimateBps() - VOICE_BPS), nowNs);
        bandwidth.want(elastic ? 30_000_000 : allocation.wantedBps() + VOICE_BPS);
        if (changed) {
            keyFrame |= wish.granted() != Wish.NONE;
            layer = wish.granted();
            switches++;
        }
    }

    private void sendMedia(long nowNs, long ms) {
        if (ms % 20 == 0) {
            audioSent++;
            send(110, nowNs, true);
        }
        if (nowNs >= frameNs) {
            frameNs = nowNs + FRAME_NS;
            sendFrame(rate(), nowNs);
        }
    }

    private long rate() {
        if (elastic) {
            return bandwidth.estimateBps() - VOICE_BPS;
        }
        return layer == Wish.NONE ? 0 : layers[layer];
    }

    private void sendFrame(long bps, long nowNs) {
        double bytes = bps / 8.0 * FRAME_NS / 1e9 * (keyFrame ? 6 : 0.6 + 0.8 * random.nextDouble());
        keyFrame = false;
        for (; bytes > 0; bytes -= PACKET) {
            send((int) Math.max(60, Math.min(PACKET, bytes)), nowNs, false);
        }
    }

    private void probe(long nowNs) {
        for (int left = bandwidth.probeBytes(nowNs); left > 0; left -= PACKET) {
            paddingBytes += Math.min(PACKET, left);
            send(Math.max(255, Math.min(PACKET, left)), nowNs, false);
        }
    }

    private void send(int bytes, long nowNs, boolean audio) {
        int sequence = bandwidth.sent(bytes, nowNs);
        long at = link.send(bytes, nowNs);
        if (at >= 0) {
            underWay.add(new Arrival(sequence, at, bytes, audio));
        }
    }

    private void receive(long nowNs) {
        while (!underWay.isEmpty() && underWay.peek().atNs() <= nowNs) {
            var arrival = underWay.remove();
            recorder.received(arrival.sequence(), false, arrival.atNs());
            arrivedBytes += arrival.bytes();
            audioArrived += arrival.audio() ? 1 : 0;
        }
        byte[] out = new byte[ArrivalRecorder.MAX_MESSAGE];
        for (int length = write(out, nowNs); length > 0; length = write(out, nowNs)) {
            if (feedbackOn && random.nextDouble() >= feedbackLoss) {
                back.add(new Feedback(Arrays.copyOfRange(out, 12, length), nowNs + link.delayNs()));
            }
        }
        while (!back.isEmpty() && back.peek().atNs() <= nowNs) {
            byte[] message = back.remove().message();
            if (!bandwidth.feedback(message, 0, message.length, nowNs)) {
                throw new AssertionError("feedback was refused");
            }
        }
    }

    private int write(byte[] out, long nowNs) {
        return recorder.write(out, 0, 1, 2, nowNs);
    }

    int layer() {
        return layer;
    }

    int switches() {
        return switches;
    }

    long paddingBytes() {
        return paddingBytes;
    }

    long arrivedBytes() {
        return arrivedBytes;
    }

    double audioLost() {
        return 1 - (double) audioArrived / audioSent;
    }
}

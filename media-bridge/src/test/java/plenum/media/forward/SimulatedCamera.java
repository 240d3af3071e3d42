package plenum.media.forward;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A camera of three layers that answers NACK and PLI, and the bridge's end of its line. */
final class SimulatedCamera {
    private final Simulation world;
    private final Consumer<VideoPacket> forward;
    private final boolean[] keyWanted = {true, true, true};
    private final boolean[] silent = new boolean[3];
    private final Vp8Sender[] senders = new Vp8Sender[3];
    private final List<Map<Integer, byte[]>> sent = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    private final int[] missing = new int[VideoLayer.MAX_MISSING];
    final VideoSource source = new VideoSource();
    int requests;
    private boolean stopped;

    SimulatedCamera(Simulation world, int name, Consumer<VideoPacket> forward) {
        this.world = world;
        this.forward = forward;
        for (int i = 0; i < 3; i++) {
            senders[i] = new Vp8Sender(
                    10 * name + i,
                    world.random.nextInt(65_536),
                    world.random.nextInt(),
                    world.random.nextInt(32_768),
                    world.random.nextInt(256));
            senders[i].pictureIdBits = world.random.nextInt(4) == 0 ? 7 : 15;
            source.layer(i).bind(new IncomingStream(senders[i].ssrc, 90_000));
        }
        world.every(33, this::capture);
        world.every(1_000, this::report);
        world.every(20, this::askForMissing);
        world.every(3_000, () -> silent[world.random.nextInt(3)] ^= world.loss > 0);
    }

    /** All layers are sent from now on. */
    void settle() {
        java.util.Arrays.fill(silent, false);
    }

    /** Nothing is sent any more. */
    void stop() {
        stopped = true;
    }

    private void capture() {
        if (stopped) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            if (!silent[i] || i == 0) {
                sendFrame(i);
            } else {
                senders[i].timestamp += Vp8Sender.FRAME_TICKS;
            }
        }
    }

    private void sendFrame(int layer) {
        boolean key = keyWanted[layer];
        keyWanted[layer] = false;
        int packets = (key ? 6 : 1) + world.random.nextInt(2 + 2 * layer);
        for (byte[] packet : senders[layer].frame(key, packets)) {
            send(layer, packet);
        }
        if (world.random.nextInt(30) == 0) {
            send(layer, senders[layer].padding());
        }
    }

    private void send(int layer, byte[] packet) {
        sent.get(layer).put(RtpBytes.parse(packet).sequence(), packet);
        world.send(() -> arrive(layer, packet, false));
    }

    private void arrive(int layer, byte[] packet, boolean repaired) {
        VideoPacket p = source.layer(layer).received(RtpBytes.parse(packet), repaired, world.nowNs);
        if (p != null) {
            forward.accept(p);
        }
    }

    private void report() {
        for (int i = 0; i < 3; i++) {
            int layer = i;
            int timestamp = senders[i].timestamp;
            long ntp = 0xe000_0000_0000_0000L + (world.nowNs / 1_000 << 32) / 1_000_000;
            world.send(() ->
                    Objects.requireNonNull(source.layer(layer).stream()).senderReport(ntp, timestamp, world.nowNs));
        }
    }

    private void askForMissing() {
        source.tick(world.nowNs);
        for (int i = 0; i < 3; i++) {
            int layer = i;
            int count = source.layer(layer).missing(world.nowNs, 55 * SlotBench.MS, missing);
            for (int k = 0; k < count; k++) {
                @Nullable byte[] packet = sent.get(layer).get(missing[k]);
                world.send(() -> repair(layer, Objects.requireNonNull(packet)));
            }
        }
    }

    /** The request has come: the packet goes out again. */
    private void repair(int layer, byte[] packet) {
        world.send(() -> arrive(layer, packet, true));
    }

    /** The bridge asks for a key frame. */
    void ask(int layer) {
        if (source.wishKeyFrame(layer, world.nowNs)) {
            requests++;
            world.send(() -> keyWanted[layer] = true);
        }
    }
}

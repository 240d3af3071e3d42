package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import plenum.media.rtp.SequenceNumbers;

/** A slot of the bridge and the receiver at the other end of its line, which asks for what it lacks. */
final class SimulatedReceiver {
    private static final int RTX_SSRC = 8;
    private final Simulation world;
    final VideoSlot slot = new VideoSlot(7, RTX_SSRC);
    private final byte[] out = new byte[1_600];
    /** By sequence number without wrap-around; empty: a packet that carries nothing. */
    final TreeMap<Long, Optional<Seen>> received = new TreeMap<>();

    private final Map<Long, Long> askedNs = new HashMap<>();

    SimulatedReceiver(Simulation world) {
        this.world = world;
        world.every(10, this::askForMissing);
    }

    /** The bridge may forward a packet. */
    void forward(VideoPacket p) {
        for (int length = slot.project(p, world.nowNs, out);
                length > 0;
                length = slot.projectBehind(world.nowNs, out)) {
            byte[] packet = java.util.Arrays.copyOf(out, length);
            world.send(
                    () -> arrive(RtpBytes.parse(packet, 0, packet.length).sequence(), Seen.of(packet, packet.length)));
        }
    }

    private void arrive(int sequence, @Nullable Seen seen) {
        long number = received.isEmpty() ? 0x2_0000 + sequence : SequenceNumbers.extend(sequence, received.lastKey());
        var before = received.put(number, Optional.ofNullable(seen));
        if (before != null) {
            assertThat(Optional.ofNullable(seen)).isEqualTo(before);
        }
    }

    private void askForMissing() {
        if (received.isEmpty()) {
            return;
        }
        long last = received.lastKey();
        for (long n = Math.max(received.firstKey(), last - 400); n < last; n++) {
            if (!received.containsKey(n) && world.nowNs - askedNs.getOrDefault(n, 0L) > 60 * SlotBench.MS) {
                askedNs.put(n, world.nowNs);
                int sequence = (int) n & 0xffff;
                world.send(() -> retransmit(sequence));
            }
        }
    }

    private void retransmit(int sequence) {
        int length = slot.retransmit(sequence, world.nowNs, 50 * SlotBench.MS, out);
        if (length > 0) {
            @Nullable Seen seen = Seen.repeated(out, length, slot.ssrc());
            world.send(() -> arrive(sequence, seen));
        }
    }

    /** The bridge asks the camera for what the slot needs. */
    void choose(SimulatedCamera camera) {
        int layer = slot.keyFrameNeeded(world.nowNs);
        if (layer != VideoSlot.PAUSED) {
            camera.ask(layer);
        }
    }
}

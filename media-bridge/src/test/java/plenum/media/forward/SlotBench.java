package plenum.media.forward;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A camera of three layers, one slot of one receiver, and a clock. */
final class SlotBench {
    static final long MS = 1_000_000;
    static final int SSRC = 0x5005;
    static final int RTX_SSRC = 0x5006;

    final VideoSource source = new VideoSource();
    final Vp8Sender[] senders = new Vp8Sender[3];
    final VideoSlot slot = new VideoSlot(SSRC, RTX_SSRC);
    final byte[] out = new byte[1_600];
    long nowNs = 1_000_000_000L;

    SlotBench() {
        for (int i = 0; i < 3; i++) {
            senders[i] = new Vp8Sender(i, 65_530 + 1_000 * i, 0xffff_0000 + 77_777 * i, 32_760 + 3 * i, 250 + i);
            source.layer(i).bind(new IncomingStream(senders[i].ssrc, 90_000));
        }
        slot.show(source, nowNs);
    }

    void want(int layer) {
        slot.want(layer, nowNs);
    }

    void pass(long ms) {
        nowNs += ms * MS;
    }

    /** The bridge receives a packet of a layer; what the slot's receiver sees of it, null: nothing. */
    @Nullable
    Seen receive(int layer, byte[] packet) {
        int length = length(layer, packet, false);
        return length == 0 ? null : Seen.of(out, length);
    }

    /** The length of what the receiver gets. */
    int length(int layer, byte[] packet, boolean repaired) {
        VideoPacket p = source.layer(layer).received(RtpBytes.parse(packet), repaired, nowNs);
        return p == null ? 0 : slot.project(p, nowNs, out);
    }

    /** The packet for the slots of any bench. */
    VideoPacket taken(int layer, byte[] packet) {
        return requireNonNull(source.layer(layer).received(RtpBytes.parse(packet), false, nowNs), "not taken");
    }

    /** A packet that comes as a retransmission and that the slot forwards. */
    Seen repaired(int layer, byte[] packet) {
        return requireNonNull(Seen.of(out, length(layer, packet, true)), "nothing in it");
    }

    /** What the slot forwards behind a repaired packet. */
    Seen behind() {
        return requireNonNull(Seen.of(out, slot.projectBehind(nowNs, out)), "nothing in it");
    }

    /** What the receiver gets when it asks for a packet again. */
    Seen repeated(int sequence) {
        return requireNonNull(repeat(sequence), "not there");
    }

    /** A packet that the slot forwards. */
    Seen forwarded(int layer, byte[] packet) {
        return requireNonNull(receive(layer, packet), "not forwarded");
    }

    /** The next frame of a layer comes 33 ms later, one packet of it; what the receiver sees. */
    @Nullable
    Seen frame(int layer, boolean key) {
        pass(33);
        return receive(layer, senders[layer].frame(key));
    }

    /** All packets of the next frame of a layer are forwarded. */
    List<Seen> frame(int layer, boolean key, int packets) {
        pass(33);
        return senders[layer].frame(key, packets).stream()
                .map(p -> forwarded(layer, p))
                .toList();
    }

    @Nullable
    Seen repeat(int sequence) {
        int length = slot.retransmit(sequence, nowNs, 50 * MS, out);
        return length == 0 ? null : Seen.repeated(out, length, SSRC);
    }
}

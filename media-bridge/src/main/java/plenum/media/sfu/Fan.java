package plenum.media.sfu;

import java.util.List;
import plenum.media.forward.HeldFrame;
import plenum.media.forward.VideoPacket;
import plenum.media.forward.VideoSource;

/** Those to whom the packets of a picture go: one by one, or a frame at a time where that is cheaper. */
final class Fan {
    private static final Sink[] NOBODY = {};

    private final HeldFrames held;
    private final HeldFrame[] frames = new HeldFrame[VideoSource.MAX_LAYERS];
    private Sink[] sinks = NOBODY;
    private boolean waiting;

    Fan(VideoSource source, HeldFrames held) {
        this.held = held;
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new HeldFrame(source.layer(i));
        }
    }

    void sinks(List<? extends Sink> all) {
        sinks = all.toArray(NOBODY);
    }

    /** Whether anybody is to get this layer. */
    boolean wants(int layer) {
        for (Sink sink : sinks) {
            if (sink.wants(layer)) {
                return true;
            }
        }
        return false;
    }

    void take(VideoPacket packet, long nowNs) {
        if (packet.late()) {
            forward(packet, nowNs);
            return;
        }
        HeldFrame frame = frames[packet.layer().index()];
        if (!frame.continues(packet)) {
            leave(frame, nowNs);
        }
        boolean alone = frame.empty() && packet.marker();
        if (!alone && held.wanted() && frame.mayHold(packet)) {
            hold(packet, frame, nowNs);
        } else {
            leave(frame, nowNs);
            forward(packet, nowNs);
        }
    }

    private void hold(VideoPacket packet, HeldFrame frame, long nowNs) {
        frame.add(packet, nowNs);
        if (frame.complete()) {
            leave(frame, nowNs);
        } else if (!waiting) {
            waiting = true;
            held.add(this);
        }
    }

    private void forward(VideoPacket packet, long nowNs) {
        for (Sink sink : sinks) {
            sink.forward(packet, 0, nowNs);
        }
    }

    /** All that waits goes to one receiver after the other. */
    private void leave(HeldFrame frame, long nowNs) {
        for (int sink = 0; sink < sinks.length && !frame.empty(); sink++) {
            for (int i = 0; i < frame.count(); i++) {
                VideoPacket packet = frame.packet(i);
                if (packet != null) {
                    sinks[sink].forward(packet, frame.padding(i, packet), nowNs);
                }
            }
        }
        frame.clear();
    }

    /**
     * Sends what has waited for so long.
     *
     * @return whether anything waits still
     */
    boolean leave(long waitNs, long nowNs) {
        waiting = false;
        for (HeldFrame frame : frames) {
            if (!frame.empty() && nowNs - frame.sinceNs() >= waitNs) {
                leave(frame, nowNs);
            }
            waiting |= !frame.empty();
        }
        return waiting;
    }

    /** What waits is not to be seen any more. */
    void drop() {
        for (HeldFrame frame : frames) {
            frame.clear();
        }
    }
}

package plenum.media.sfu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The pictures of a bridge of which part of a frame waits for the rest. Media thread only. */
final class HeldFrames {
    /** A browser's frame comes within 0.3 ms, nine times of ten within 1.2 ms. */
    private static final long WAIT_NS = 2_000_000;

    private final BooleanSupplier segments;
    private final List<Fan> waiting = new ArrayList<>();

    /** @param segments whether packets that follow each other to one receiver are cheaper */
    HeldFrames(BooleanSupplier segments) {
        this.segments = segments;
    }

    boolean wanted() {
        return segments.getAsBoolean();
    }

    /** A part of a frame waits there. */
    void add(Fan fan) {
        waiting.add(fan);
    }

    /** After each batch of packets that came, and every 10 ms: nothing waits longer. */
    void leave(long nowNs) {
        if (!waiting.isEmpty()) {
            waiting.removeIf(fan -> !fan.leave(WAIT_NS, nowNs));
        }
    }
}

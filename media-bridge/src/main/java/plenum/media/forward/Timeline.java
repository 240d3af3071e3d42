package plenum.media.forward;

import org.jspecify.annotations.Nullable;
import plenum.media.rtp.Codec;

/**
 * Chooses the timestamp with which a run goes on after another one. The time that passed at the bridge says roughly
 * where it is; between two layers of one camera the sender's reports say it exactly, and are believed as far as they
 * agree with the bridge's clock to 75 ms. An odd clock thus moves a picture a little, but never stops it.
 */
final class Timeline {
    private static final int CLOCK_RATE_HZ = Codec.VP8.clockRateHz();
    private static final int BELIEVED = 75 * CLOCK_RATE_HZ / 1_000;
    /** Strictly ahead of the frame before. */
    private static final int MIN_STEP = CLOCK_RATE_HZ / 1_000;
    /** Three hours: half of what a timestamp can tell apart. */
    private static final int MAX_STEP = 1 << 30;

    private Timeline() {}

    /**
     * @param last timestamp sent
     * @param elapsedNs since the frame with that timestamp began to come
     * @param before the run that ends
     * @param p with which the next one begins
     */
    static int next(int last, long elapsedNs, Run before, VideoPacket p) {
        int elapsed = (int) Math.clamp(elapsedNs / 1_000 * CLOCK_RATE_HZ / 1_000_000, 0, MAX_STEP);
        int aligned = Math.clamp(aligned(before, p, last + elapsed) - last - elapsed, -BELIEVED, BELIEVED);
        return last + Math.max(elapsed + aligned, MIN_STEP);
    }

    /** By the sender's reports; {@code otherwise} where they do not tell. */
    private static int aligned(Run before, VideoPacket p, int otherwise) {
        VideoLayer old = before.layer();
        SenderClock from = clock(p.layer());
        SenderClock to = old == null || old.source() != p.layer().source() || !before.alive() ? null : clock(old);
        return from == null || to == null ? otherwise : before.timestamp(to.timestampOf(from.ntpOf(p.timestamp())));
    }

    private static @Nullable SenderClock clock(VideoLayer layer) {
        IncomingStream stream = layer.stream();
        return stream == null || !stream.clock().known() ? null : stream.clock();
    }
}

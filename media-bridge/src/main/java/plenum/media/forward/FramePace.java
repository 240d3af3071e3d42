package plenum.media.forward;

/** How often frames of a layer come. */
final class FramePace {
    private static final long MIN_SILENCE_NS = 500_000_000L;
    private static final long MAX_SILENCE_NS = 2_000_000_000L;
    private static final int FRAMES_OF_SILENCE = 5;

    private final RateMeter frames = new RateMeter();
    private boolean begun;
    private int timestamp;
    private long frameNs;
    private long intervalNs;

    void packet(int timestamp, long nowNs) {
        if (begun && timestamp - this.timestamp <= 0) {
            return;
        }
        if (begun) {
            intervalNs += (Math.min(nowNs - frameNs, MAX_SILENCE_NS) - intervalNs) / 8;
        }
        begun = true;
        this.timestamp = timestamp;
        frameNs = nowNs;
        frames.add(1, nowNs);
    }

    /** Another stream with other timestamps. */
    void restart() {
        begun = false;
    }

    long perSecond(long nowNs) {
        return frames.perSecond(nowNs);
    }

    /** After so long a silence the layer is held for stopped. */
    long silenceNs() {
        return Math.clamp(FRAMES_OF_SILENCE * intervalNs, MIN_SILENCE_NS, MAX_SILENCE_NS);
    }
}

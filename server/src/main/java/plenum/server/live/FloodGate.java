package plenum.server.live;

/** Counts the frames of one client in fixed windows. One event loop only. */
final class FloodGate {
    private long windowStart; // ms
    private int frames;

    /** False when this frame is one too many. */
    boolean admits(long nowMs, LiveLimits limits) {
        if (nowMs - windowStart >= limits.window().toMillis()) {
            windowStart = nowMs;
            frames = 0;
        }
        frames++;
        return frames <= limits.framesPerWindow();
    }
}

package plenum.media.speaker;

import java.util.Arrays;

/**
 * How much one source has spoken over the last 20 ms, 100 ms and second, as scores that grow with the likelihood of
 * speech against noise (Volfin and Cohen, Dominant speaker identification for multipoint videoconferencing, 2013).
 */
final class SpeechActivity {
    /** A level stands for so long. */
    static final long FRAME_NS = 20_000_000;

    private static final int MAX_LEVEL = 127;
    private static final int FRAMES = 50;

    /** Levels in a sub-band, frames in a medium interval, medium intervals in the long one. */
    private static final int BAND = 10;

    private static final int BANDS = 13;
    private static final int FRAMES_OF_MEDIUM = 5;
    private static final int MEDIUMS = FRAMES / FRAMES_OF_MEDIUM;

    /** From how many active parts on the next greater interval counts as active. */
    private static final int ACTIVE_BANDS = 7;

    private static final int ACTIVE_FRAMES = 4;

    private static final Scores IMMEDIATE = new Scores(BANDS, 0.78);
    private static final Scores MEDIUM = new Scores(FRAMES_OF_MEDIUM, 24);
    private static final Scores LONG = new Scores(MEDIUMS, 47);

    /** Without a level for so long, a source is taken for silent. */
    private static final long IDLE_NS = 40_000_000;

    private final byte[] levels = new byte[FRAMES];
    private final NoiseFloor floor = new NoiseFloor();
    private int newest;
    private boolean started;
    private long untilNs;
    private double immediate = Scores.LEAST;
    private double medium = Scores.LEAST;
    private double longTerm = Scores.LEAST;
    private int activeMediums;

    /** @param level loud is great: 127 less the level of RFC 6464 */
    void level(int level, long nowNs) {
        pause(nowNs);
        floor.level(level);
        push(level);
        untilNs = nowNs;
    }

    private void push(int level) {
        newest = (newest + 1) % FRAMES;
        levels[newest] = (byte) Math.min(level, MAX_LEVEL);
    }

    /** Fills what has passed without levels with silence. */
    private void pause(long nowNs) {
        if (!started || nowNs - untilNs > FRAMES * FRAME_NS) {
            started = true;
            Arrays.fill(levels, (byte) 0);
            untilNs = nowNs;
        }
        for (; nowNs - untilNs > IDLE_NS; untilNs += FRAME_NS) {
            push(0);
        }
    }

    void evaluate(long nowNs) {
        pause(nowNs);
        activeMediums = 0;
        for (int i = MEDIUMS - 1; i >= 0; i--) {
            int frames = activeFrames(i);
            activeMediums += frames > ACTIVE_FRAMES ? 1 : 0;
            medium = MEDIUM.score(frames);
        }
        immediate = IMMEDIATE.score(bands(0));
        longTerm = LONG.score(activeMediums);
    }

    private int activeFrames(int mediumAgo) {
        int active = 0;
        for (int i = 0; i < FRAMES_OF_MEDIUM; i++) {
            active += bands(mediumAgo * FRAMES_OF_MEDIUM + i) > ACTIVE_BANDS ? 1 : 0;
        }
        return active;
    }

    private int bands(int framesAgo) {
        int level = levels[Math.floorMod(newest - framesAgo, FRAMES)];
        return level > floor.level() + BAND ? Math.min(level / BAND, BANDS) : 0;
    }

    double immediate() {
        return immediate;
    }

    double medium() {
        return medium;
    }

    double longTerm() {
        return longTerm;
    }

    /** Tenths of the last second that were spoken through, 0 to 10. */
    int activeTenths() {
        return activeMediums;
    }
}

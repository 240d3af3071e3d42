package plenum.media.speaker;

/** The level below which a source is never silent: a tone or noise that lasts is learnt within 15 s. */
final class NoiseFloor {
    private static final int WINDOW = 750;

    /** Rooms are not quieter, or it does not matter: -69 dBov. */
    private static final int QUIET = 58;

    private int level;
    private int least = Integer.MAX_VALUE;
    private int count;

    void level(int now) {
        if (now == 0) {
            return;
        }
        least = Math.min(least, now);
        if (least < level) {
            level = least;
        }
        if (++count == WINDOW) {
            level = level == 0 ? least : (int) Math.round(Math.sqrt((double) level * least));
            least = Integer.MAX_VALUE;
            count = 0;
        }
    }

    int level() {
        return Math.max(level, QUIET);
    }
}

package plenum.media.jitsi;

/**
 * A bridge's health from one look to the next: so many misses in a row and it has failed, one good look and it is well.
 */
final class Pulse {
    /** What a look has changed. */
    enum Change {
        NONE,
        WELL,
        FAILED
    }

    private final int misses;
    private int missed;
    private boolean well;

    Pulse(int misses) {
        this.misses = misses;
    }

    boolean well() {
        return well;
    }

    /** It is taken for well, but the last look missed. */
    boolean worried() {
        return well && missed > 0;
    }

    Change beat(boolean good) {
        missed = good ? 0 : missed + 1;
        if (good == well || (!good && missed < misses)) return Change.NONE;
        well = good;
        return good ? Change.WELL : Change.FAILED;
    }
}

package plenum.media.forward;

/**
 * Who needs the packets of a layer: the slots that forward it or wait for it; for a second more those that did, since
 * they may lack some; and for a second after a stream began those that could not know of it.
 */
final class Holders {
    private static final long NEEDED_NS = 1_000_000_000L;
    private static final long IDLE_NS = 2_000_000_000L;

    private int count;
    private boolean touched;
    private long touchedNs;

    void add() {
        count++;
    }

    void remove(long nowNs) {
        count--;
        touch(nowNs);
    }

    /** Somebody may need packets from now on for a second. */
    void touch(long nowNs) {
        touched = true;
        touchedNs = nowNs;
    }

    boolean any() {
        return count > 0;
    }

    boolean needed(long nowNs) {
        return count > 0 || touched && nowNs - touchedNs < NEEDED_NS;
    }

    /** Whether nobody has needed packets for a while. */
    boolean idle(long nowNs) {
        return count == 0 && (!touched || nowNs - touchedNs > IDLE_NS);
    }
}

package plenum.media.ice;

import java.util.concurrent.TimeUnit;
import plenum.media.net.Route;
import plenum.media.stun.StunMessage;

/** A way to a remote candidate, and the checks that are under way on it. */
final class CandidatePair {
    private static final long FIRST_GAP_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST_GAP_NS = TimeUnit.MILLISECONDS.toNanos(800);
    private static final int REMEMBERED = 8;

    private final Route route;
    private final int priority;
    private final long[] high = new long[REMEMBERED];
    private final int[] low = new int[REMEMBERED];
    private final boolean[] nominating = new boolean[REMEMBERED];
    private int next;
    private long gapNs = FIRST_GAP_NS;
    private long dueNs;
    private boolean valid;

    CandidatePair(Route route, int priority, long nowNs) {
        this.route = route;
        this.priority = priority;
        this.dueNs = nowNs;
    }

    Route route() {
        return route;
    }

    int priority() {
        return priority;
    }

    boolean valid() {
        return valid;
    }

    boolean due(long nowNs) {
        return nowNs - dueNs >= 0;
    }

    void sent(long transactionHigh, int transactionLow, boolean nominates, long nowNs) {
        high[next] = transactionHigh;
        low[next] = transactionLow;
        nominating[next] = nominates;
        next = (next + 1) % REMEMBERED;
        dueNs = nowNs + gapNs;
        gapNs = Math.min(2 * gapNs, LONGEST_GAP_NS);
    }

    boolean asked(StunMessage answer) {
        return find(answer) >= 0;
    }

    /** @return whether it was the answer to a check that nominated */
    boolean answered(StunMessage answer, long dueAgainNs) {
        valid = true;
        gapNs = FIRST_GAP_NS;
        dueNs = dueAgainNs;
        return nominating[find(answer)];
    }

    /** Checks begin anew, at once. */
    void doubt(long nowNs) {
        valid = false;
        gapNs = FIRST_GAP_NS;
        dueNs = nowNs;
    }

    private int find(StunMessage answer) {
        for (int i = 0; i < REMEMBERED; i++) {
            if (high[i] == answer.transactionHigh() && low[i] == answer.transactionLow() && high[i] != 0) {
                return i;
            }
        }
        return -1;
    }
}

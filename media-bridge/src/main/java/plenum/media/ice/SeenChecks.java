package plenum.media.ice;

import org.jspecify.annotations.Nullable;
import plenum.media.net.Route;
import plenum.media.stun.StunMessage;

/**
 * The newest checks of a peer and the routes they came by. A check does not say where it was sent from: who catches one
 * and sends it again from elsewhere would otherwise draw the peer's packets to himself.
 */
final class SeenChecks {
    private static final int SIZE = 32;

    private final long[] high = new long[SIZE];
    private final int[] low = new int[SIZE];
    private final @Nullable Route[] routes = new Route[SIZE];
    private int next;

    /** @return false: the same check came before by another route */
    boolean accept(StunMessage check, Route route) {
        for (int i = 0; i < SIZE; i++) {
            if (high[i] == check.transactionHigh() && low[i] == check.transactionLow() && routes[i] != null) {
                return route.equals(routes[i]);
            }
        }
        high[next] = check.transactionHigh();
        low[next] = check.transactionLow();
        routes[next] = route;
        next = (next + 1) % SIZE;
        return true;
    }
}

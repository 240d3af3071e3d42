package plenum.server.points;

import plenum.server.kernel.PointId;

/**
 * How good a point's line was over a while, as the bridge measured it.
 *
 * @param seconds in which it was measured
 * @param upKbps received from the point, on average
 * @param downKbps sent to it, on average
 * @param upLossPermille of its packets, on average
 * @param downLossPermille of ours, on average
 * @param worstLossPermille the worse direction in the worst 2 s
 * @param roundTripMs on average; 0: not known
 * @param worstRoundTripMs 0: not known
 * @param poorSeconds in which people would call it poor
 */
public record LineMeasured(
        PointId pointId,
        int seconds,
        int upKbps,
        int downKbps,
        int upLossPermille,
        int downLossPermille,
        int worstLossPermille,
        int roundTripMs,
        int worstRoundTripMs,
        int poorSeconds) {

    /** Both together; the point is the same. */
    public LineMeasured plus(LineMeasured other) {
        return new LineMeasured(
                pointId,
                seconds + other.seconds,
                mean(upKbps, other, other.upKbps),
                mean(downKbps, other, other.downKbps),
                mean(upLossPermille, other, other.upLossPermille),
                mean(downLossPermille, other, other.downLossPermille),
                Math.max(worstLossPermille, other.worstLossPermille),
                roundTrip(other),
                Math.max(worstRoundTripMs, other.worstRoundTripMs),
                poorSeconds + other.poorSeconds);
    }

    private int roundTrip(LineMeasured other) {
        if (roundTripMs == 0 || other.roundTripMs == 0) {
            return roundTripMs + other.roundTripMs;
        }
        return mean(roundTripMs, other, other.roundTripMs);
    }

    private int mean(int own, LineMeasured other, int others) {
        var all = (long) seconds + other.seconds;
        return all == 0
                ? 0
                : Math.toIntExact(Math.round(((double) own * seconds + (double) others * other.seconds) / all));
    }
}

package plenum.media.api;

/**
 * An endpoint's line as the bridge measures it, over the last 2 s.
 *
 * @param upBps received from it, bits per second
 * @param upLost of its packets before repair, 0 to 1
 * @param downBps sent to it, bits per second
 * @param downLost of our packets as it reports them, 0 to 1
 * @param downEstimateBps what its line is believed to carry
 * @param roundTripMs -1: not known yet
 */
public record LineQuality(
        long upBps, double upLost, long downBps, double downLost, long downEstimateBps, int roundTripMs) {}

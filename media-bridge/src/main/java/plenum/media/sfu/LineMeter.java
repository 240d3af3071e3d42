package plenum.media.sfu;

import java.util.List;
import plenum.media.api.LineQuality;
import plenum.media.forward.IncomingStream;

/** Measures an endpoint's line, from one time that it is asked to the next. */
final class LineMeter {
    private static final long INTERVAL_NS = 2_000_000_000L;
    private static final double NS_PER_SECOND = 1e9;
    private static final int NS_PER_MS = 1_000_000;

    private final Growth upBytes = new Growth();
    private final Growth upPackets = new Growth();
    private final Growth upLost = new Growth();
    private final Growth downBytes = new Growth();
    private long sinceNs;

    LineMeter(long nowNs) {
        sinceNs = nowNs;
    }

    boolean due(long nowNs) {
        return nowNs - sinceNs >= INTERVAL_NS;
    }

    /** @param roundTripNs -1: not known */
    LineQuality take(Uplink uplink, Downlink downlink, long roundTripNs, long nowNs) {
        double seconds = (nowNs - sinceNs) / NS_PER_SECOND;
        sinceNs = nowNs;
        return new LineQuality(
                (long) (upBytes.since(uplink.bytes()) * 8 / seconds),
                lost(uplink.incoming()),
                (long) (downBytes.since(downlink.bytes()) * 8 / seconds),
                downlink.bandwidth().lost(),
                downlink.bandwidth().estimateBps(),
                roundTripNs < 0 ? -1 : (int) (roundTripNs / NS_PER_MS));
    }

    private double lost(List<IncomingStream> incoming) {
        long packets = upPackets.since(
                incoming.stream().mapToLong(IncomingStream::packets).sum());
        long lost = upLost.since(
                incoming.stream().mapToLong(IncomingStream::cumulativeLost).sum());
        return lost == 0 ? 0 : (double) lost / (lost + packets);
    }
}

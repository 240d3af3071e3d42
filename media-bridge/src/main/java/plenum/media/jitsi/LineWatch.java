package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import plenum.media.api.LineQuality;

/** The quality of one endpoint's line, from what the bridge knows of it at one time and the next. */
final class LineWatch {
    private long estimateBps;
    private long lookedNs;
    private long bytesUp;
    private long bytesDown;

    /** {@code ConnectionStats}: what the line is believed to carry. */
    void estimate(long bps) {
        estimateBps = bps;
    }

    /** @param debug of the endpoint */
    LineQuality look(JsonNode debug, long nowNs) {
        var transceiver = debug.path("transceiver");
        var up = sum(transceiver.path("receiver"), "num_received_bytes");
        var down = sum(transceiver.path("sender"), "octet_count");
        var stats = transceiver.path("endpoint_connection_stats");
        var quality = new LineQuality(
                rate(up - bytesUp, nowNs),
                lost(stats.path("incoming_loss_stats")),
                rate(down - bytesDown, nowNs),
                lost(stats.path("outgoing_loss_stats")),
                estimateBps,
                (int) Math.round(stats.path("rtt").asDouble(-1)));
        lookedNs = nowNs;
        bytesUp = up;
        bytesDown = down;
        return quality;
    }

    /** Of all streams, wherever the bridge's version keeps them. */
    private static long sum(JsonNode pipeline, String counter) {
        return pipeline.findValues(counter).stream().mapToLong(JsonNode::asLong).sum();
    }

    /** Bits per second since the look before; 0 at the first. */
    private long rate(long bytes, long nowNs) {
        return lookedNs == 0 ? 0 : Math.max(0, bytes) * 8_000_000_000L / Math.max(1, nowNs - lookedNs);
    }

    private static double lost(JsonNode loss) {
        var lost = loss.path("packets_lost").asDouble();
        var all = lost + loss.path("packets_received").asDouble();
        return all <= 0 ? 0 : Math.clamp(lost / all, 0, 1);
    }
}

package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How busy a bridge says that it is.
 *
 * @param stress 0 idle to 1 full, and above
 * @param draining it should get no new conferences
 * @param ending it takes no new conferences
 * @param region empty: it has none
 * @param relayId its name for other bridges; empty: it makes no relays
 */
record Load(
        double stress,
        boolean draining,
        boolean ending,
        String region,
        String relayId,
        long packetsIn,
        long packetsOut) {
    static final Load UNKNOWN = new Load(0, false, false, "", "", 0, 0);

    static Load of(JsonNode stats) {
        return new Load(
                stats.path("stress_level").asDouble(),
                stats.path("drain").asBoolean(),
                stats.path("graceful_shutdown").asBoolean()
                        || stats.path("shutting_down").asBoolean(),
                stats.path("region").asText(),
                stats.path("relay_id").asText(),
                stats.path("total_packets_received").asLong(),
                stats.path("total_packets_sent").asLong());
    }
}

package plenum.media.api;

/**
 * How busy a bridge is.
 *
 * @param conferences open now
 * @param endpoints of all conferences
 * @param packetsIn authenticated packets received since the start
 * @param packetsOut packets sent since the start
 * @param dropped packets thrown away since the start: unknown address, malformed, not authentic, replayed
 */
public record BridgeStats(int conferences, int endpoints, long packetsIn, long packetsOut, long dropped) {}

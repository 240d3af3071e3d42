package plenum.media.ice;

/**
 * STUN packets since the start.
 *
 * @param answered checks that were authentic
 * @param unknown for a name that is not registered here
 * @param refused of a known name, but not authentic, or a check of somebody else sent again
 * @param malformed no STUN request at all
 */
public record IceCounts(long answered, long unknown, long refused, long malformed) {}

package plenum.server.app;

import java.time.Instant;
import java.util.List;

/**
 * What anyone may know of this server.
 *
 * @param relays where tablets reach the relay of secret ballots; empty: no secret electronic polls here
 */
record ServerInfo(String version, Instant now, boolean demo, List<String> addresses, List<String> relays) {}

package plenum.server.app;

import java.time.Instant;
import java.util.List;

/** What anyone may know of this server. */
record ServerInfo(String version, Instant now, boolean demo, List<String> addresses) {}

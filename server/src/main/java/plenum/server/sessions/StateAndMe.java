package plenum.server.sessions;

import java.time.Instant;
import java.util.Map;
import plenum.server.hall.MeView;

/** What the live socket would send as full state: schema StateAndMe. */
public record StateAndMe(long seq, Instant now, Map<String, Object> parts, MeView me) {}

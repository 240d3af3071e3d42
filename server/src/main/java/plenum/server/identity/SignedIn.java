package plenum.server.identity;

import java.time.Instant;
import plenum.server.kernel.Actor;

/** Who stands behind a good access token, and until when it is good. */
public record SignedIn(Actor actor, Instant expiresAt) {}

package plenum.server.live;

import java.time.Instant;
import plenum.server.kernel.Actor;

/**
 * What a good access token says.
 *
 * @param expiresAt from then on the token is worth nothing
 */
public record SignedIn(Actor actor, Instant expiresAt) {}

package plenum.server.http;

import plenum.server.kernel.Actor;

/** Knows who stands behind an access token. */
public interface Gatekeeper {
    /**
     * The person with all grants as of now. May block shortly.
     *
     * @throws plenum.server.kernel.Refusal when the token is not good or the account is disabled
     */
    Actor actor(String accessToken);
}

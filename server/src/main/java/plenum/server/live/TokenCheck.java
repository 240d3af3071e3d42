package plenum.server.live;

/** Reads access tokens. */
@FunctionalInterface
public interface TokenCheck {
    /**
     * Any thread that may block.
     *
     * @throws plenum.server.kernel.Refusal when the token is damaged, expired or revoked
     */
    SignedIn check(String token);
}

package plenum.server.pack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * A browser on which a person keeps papers.
 *
 * @param deviceId made by the browser at random, 128 bits in hex
 * @param name for people: what the browser says it is
 * @param secret wraps the key of what the device keeps, Base64; null: revoked, nothing there can be opened any more
 * @param signIn the sign-in that the device used last; empty when it brought no cookie
 */
record Device(
        PersonId personId,
        String deviceId,
        String name,
        @Nullable String secret,
        String signIn,
        Instant seenAt) {
    boolean revoked() {
        return secret == null;
    }

    Device seen(String newName, String newSignIn, Instant at) {
        return new Device(personId, deviceId, newName, secret, newSignIn, at);
    }

    Device ended() {
        return new Device(personId, deviceId, name, null, "", seenAt);
    }

    @Override
    public String toString() {
        return "Device[" + name + " of " + personId + (revoked() ? " revoked" : "") + "]";
    }
}

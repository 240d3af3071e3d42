package plenum.server.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;

/**
 * A key on one tablet with which one person signs open ballots of one body. Its private half never leaves the tablet.
 *
 * @param keyId SHA-256 of the public key's bytes, hex
 * @param publicKey on P-256, SubjectPublicKeyInfo, Base64url without padding
 * @param deviceId of the browser as the pack knows it: who revokes the device revokes its keys
 * @param device what the tablet calls itself
 */
record VotingKey(
        String keyId,
        PersonId personId,
        BodyId bodyId,
        String publicKey,
        String deviceId,
        String device,
        Instant pairedAt,
        PersonId pairedBy,
        @Nullable Instant revokedAt,
        @Nullable PersonId revokedBy) {

    boolean active() {
        return revokedAt == null;
    }

    boolean of(PersonId person, BodyId body) {
        return personId.equals(person) && bodyId.equals(body);
    }

    VotingKey revoked(PersonId by, Instant at) {
        return new VotingKey(keyId, personId, bodyId, publicKey, deviceId, device, pairedAt, pairedBy, at, by);
    }
}

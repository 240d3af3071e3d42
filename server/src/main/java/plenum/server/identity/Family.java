package plenum.server.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * One sign-in with all refresh tokens that followed from it; only the newest is good.
 *
 * @param current SHA-256 of the newest token, hexadecimal
 * @param parent SHA-256 of the one before
 * @param secret from which each token's successor is derived, hexadecimal
 * @param rotatedAt when current took the place of parent
 * @param endsAt whatever happens
 * @param turn counts rotations; compare and set
 */
record Family(
        String familyId,
        PersonId personId,
        String current,
        @Nullable String parent,
        String secret,
        Instant rotatedAt,
        Instant endsAt,
        boolean revoked,
        int turn) {
    Family rotated(String child, Instant now) {
        return new Family(familyId, personId, child, current, secret, now, endsAt, revoked, turn + 1);
    }

    Family ended() {
        return new Family(familyId, personId, current, parent, secret, rotatedAt, endsAt, true, turn + 1);
    }

    @Override
    public String toString() {
        return "Family[" + familyId + " of " + personId + "]";
    }
}

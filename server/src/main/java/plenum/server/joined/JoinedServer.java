package plenum.server.joined;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.UnitId;

/**
 * Another Plenum that may join this one, and for which unit it stands.
 *
 * @param fingerprint SHA-256 of its public key, hex
 * @param salt of the eight digits
 * @param seenAt when it was last connected
 * @param confirmedAt since then sessions are shared: the eight digits were the same on both screens
 */
record JoinedServer(
        String fingerprint,
        UnitId unitId,
        String salt,
        Instant addedAt,
        PersonId addedBy,
        @Nullable Instant seenAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant revokedAt) {
    /** Letters of the fingerprint in the id of its actor; ids have 64 characters at most. */
    private static final int LETTERS = 32;

    enum State {
        /** Its key was entered; it has never been here. */
        WAITING,
        /** It was here; the digits are not compared yet. */
        COMPARE,
        JOINED,
        REVOKED
    }

    State state() {
        if (revokedAt != null) return State.REVOKED;
        if (confirmedAt != null) return State.JOINED;
        return seenAt == null ? State.WAITING : State.COMPARE;
    }

    String digits() {
        return Pairing.digits(fingerprint, salt);
    }

    /** Under which its deeds are done: as an administrator of its unit, and never more. */
    Actor actor(String name) {
        return new Actor(person(), name, List.of(new Grant(Role.UNIT_ADMIN, unitId.value())));
    }

    PersonId person() {
        return new PersonId("joined-" + fingerprint.substring(0, LETTERS));
    }

    JoinedServer seen(Instant at) {
        return new JoinedServer(fingerprint, unitId, salt, addedAt, addedBy, at, confirmedAt, revokedAt);
    }

    JoinedServer confirmed(Instant at) {
        return new JoinedServer(fingerprint, unitId, salt, addedAt, addedBy, seenAt, at, revokedAt);
    }

    JoinedServer revoked(Instant at) {
        return new JoinedServer(fingerprint, unitId, salt, addedAt, addedBy, seenAt, confirmedAt, at);
    }
}

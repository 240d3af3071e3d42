package plenum.server.identity;

import java.time.InstantSource;
import java.util.function.Consumer;
import plenum.server.audit.Audit;
import plenum.server.kernel.PersonId;
import plenum.server.units.UnitDesk;
import plenum.server.units.UnitStore;

/**
 * What the desk of accounts is made of.
 *
 * @param revoked told of each person whose account was disabled
 */
record IdentityParts(
        Accounts accounts,
        Actors actors,
        Passwords passwords,
        Tokens tokens,
        RefreshTokens refreshTokens,
        UnitStore units,
        UnitDesk unitDesk,
        Audit audit,
        Consumer<PersonId> revoked,
        InstantSource clock) {}

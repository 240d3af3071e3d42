package plenum.server.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.units.UnitStore;

/** People as actors, with their grants; at most 5 s old. Blocking when not known. */
final class Actors {
    private static final int KEPT = 20_000;
    private final Accounts accounts;
    private final UnitStore units;
    private final InstantSource clock;
    private final Map<PersonId, Known> known = new ConcurrentHashMap<>();

    /** @param actor empty: there is no such account, or it is disabled */
    private record Known(Optional<Actor> actor, Instant at) {}

    Actors(Accounts accounts, UnitStore units, InstantSource clock) {
        this.accounts = accounts;
        this.units = units;
        this.clock = clock;
    }

    /** Empty for a person who may not act. */
    Optional<Actor> find(PersonId person) {
        var now = clock.instant();
        var old = known.get(person);
        if (old != null && now.isBefore(old.at().plus(IdentitySettings.FRESH))) {
            return old.actor();
        }
        var actor = load(person);
        if (known.size() >= KEPT) {
            known.clear();
        }
        known.put(person, new Known(actor, now));
        return actor;
    }

    void forget(PersonId person) {
        known.remove(person);
    }

    void forgetAll() {
        known.clear();
    }

    private Optional<Actor> load(PersonId person) {
        return accounts.get(person)
                .filter(account -> !account.disabled())
                .map(account -> new Actor(person, account.name(), units.grants(person)));
    }
}

package plenum.server.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import plenum.server.audit.Audit;
import plenum.server.kernel.PersonId;
import plenum.server.platform.Mongo;
import plenum.server.units.People;
import plenum.server.units.UnitDesk;
import plenum.server.units.UnitStore;

/** Accounts and tokens, wired: what the rest of the house uses of them. Opening it blocks. */
public final class Identity implements AutoCloseable {
    private final Passwords passwords;
    private final Tokens tokens;
    private final SigningKeys keys;
    private final People people;
    private final IdentityDesk desk;
    private final UnitDesk unitDesk;
    private final List<Consumer<PersonId>> revocations = new CopyOnWriteArrayList<>();

    public Identity(Mongo mongo, UnitStore units, Audit audit, IdentitySettings settings, InstantSource clock) {
        var accounts = new Accounts(mongo);
        var actors = new Actors(accounts, units, clock);
        this.passwords = new Passwords();
        this.keys = new SigningKeys(mongo, clock);
        this.tokens = new Tokens(keys, actors, clock);
        this.people = new AccountPeople(accounts, passwords, actors);
        this.unitDesk = new UnitDesk(units, people, clock);
        this.desk = new IdentityDesk(new IdentityParts(
                accounts,
                actors,
                passwords,
                tokens,
                new RefreshTokens(mongo, settings, clock),
                units,
                unitDesk,
                audit,
                person -> revocations.forEach(each -> each.accept(person)),
                clock));
    }

    public Tokens tokens() {
        return tokens;
    }

    public SigningKeys keys() {
        return keys;
    }

    public Passwords passwords() {
        return passwords;
    }

    public People people() {
        return people;
    }

    public UnitDesk unitDesk() {
        return unitDesk;
    }

    public IdentityDesk desk() {
        return desk;
    }

    public IdentityRoutes routes() {
        return new IdentityRoutes(desk);
    }

    /** Calls back, on the thread that disables, with each person whose account was disabled from now on. */
    public void onRevoked(Consumer<PersonId> listener) {
        revocations.add(listener);
    }

    @Override
    public void close() {
        passwords.close();
    }
}

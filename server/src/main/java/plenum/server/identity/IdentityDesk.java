package plenum.server.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.access.AccessProblem;
import plenum.server.access.StrangerProblem;
import plenum.server.audit.Audit;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.units.GrantRow;
import plenum.server.units.UnitDesk;
import plenum.server.units.UnitStore;

/** Signs people in and out, and looks after their accounts. Blocking. */
public final class IdentityDesk {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityDesk.class);
    private final Accounts accounts;
    private final Actors actors;
    private final Passwords passwords;
    private final Tokens tokens;
    private final RefreshTokens refreshTokens;
    private final MeView views;
    private final UnitStore units;
    private final UnitDesk unitDesk;
    private final Audit audit;
    private final SignInBrake brake;
    private final InstantSource clock;
    private final Consumer<PersonId> revoked;

    /** @param refresh the token for the cookie */
    record SignIn(AccessView access, RefreshTokens.Issued refresh) {}

    /** The schema {@code Access}. */
    record AccessView(String accessToken, Instant expiresAt, Instant now, Me me) {}

    IdentityDesk(IdentityParts parts) {
        this.accounts = parts.accounts();
        this.actors = parts.actors();
        this.passwords = parts.passwords();
        this.tokens = parts.tokens();
        this.refreshTokens = parts.refreshTokens();
        this.views = new MeView(parts.units(), parts.unitDesk());
        this.units = parts.units();
        this.unitDesk = parts.unitDesk();
        this.audit = parts.audit();
        this.clock = parts.clock();
        this.brake = new SignInBrake(parts.clock());
        this.revoked = parts.revoked();
    }

    /** The same answer, after the same time, for a user name that nobody has and for a wrong password. */
    SignIn signIn(String username, String password, String address) {
        var name = username.strip().toLowerCase(Locale.ROOT);
        brake.check(name, address);
        var account = accounts.named(name);
        if (!matches(account, password) || account.map(Account::disabled).orElse(true)) {
            brake.failed(name, address);
            audit.record(null, address, "identity.sign-in-refused", name, Map.of());
            throw IdentityProblem.WRONG_CREDENTIALS.refusal("no such user name, wrong password, or disabled");
        }
        brake.succeeded(name, address);
        var person = account.orElseThrow();
        strengthen(person, password);
        audit.record(
                person.personId(),
                address,
                "identity.signed-in",
                person.personId().value(),
                Map.of());
        forgetOldSignIns();
        return signedIn(refreshTokens.begin(person.personId()));
    }

    private boolean matches(Optional<Account> account, String password) {
        if (account.isEmpty()) {
            passwords.matchesNobody(password);
            return false;
        }
        return passwords.matches(password, account.get().passwordHash());
    }

    /** A hash made with less work than today's is made anew while the password is at hand. */
    private void strengthen(Account account, String password) {
        if (Argon2.isOld(account.passwordHash())) {
            var done = accounts.replace(account, account.hashed(passwords.hash(password)));
            LOG.info("password hash of {} made with today's parameters: {}", account.personId(), done);
        }
    }

    private void forgetOldSignIns() {
        var swept = refreshTokens.sweep();
        if (swept > 0) {
            LOG.debug("{} old sign-ins forgotten", swept);
        }
    }

    SignIn refresh(String token, String address) {
        return switch (refreshTokens.use(token)) {
            case RefreshTokens.Outcome.Rotated rotated -> signedIn(rotated.issued());
            case RefreshTokens.Outcome.Unknown unknown ->
                throw IdentityProblem.NOT_SIGNED_IN.refusal("refresh token unknown, ended or too old");
            case RefreshTokens.Outcome.Reused reused -> {
                audit.record(reused.person(), address, "identity.refresh-reused", reused.familyId(), Map.of());
                throw IdentityProblem.NOT_SIGNED_IN.refusal("refresh token used twice: this sign-in is ended");
            }
        };
    }

    private SignIn signedIn(RefreshTokens.Issued refresh) {
        var person = refresh.person();
        var actor = actors.find(person).orElseThrow(() -> IdentityProblem.NOT_SIGNED_IN.refusal("disabled"));
        var access = tokens.issue(person);
        return new SignIn(new AccessView(access.token(), access.expiresAt(), clock.instant(), me(actor)), refresh);
    }

    void signOut(String token, String address) {
        refreshTokens
                .end(token)
                .ifPresent(person -> audit.record(person, address, "identity.signed-out", person.value(), Map.of()));
    }

    Me me(Actor actor) {
        return views.of(account(actor.person()), actor);
    }

    /** Ends all other sign-ins of the person. */
    void changePassword(PersonId person, String current, String next, Optional<String> refresh, String address) {
        var account = account(person);
        brake.check(account.username(), address);
        if (!passwords.matches(current, account.passwordHash())) {
            brake.failed(account.username(), address);
            audit.record(person, address, "identity.password-change-refused", person.value(), Map.of());
            throw IdentityProblem.WRONG_PASSWORD.refusal("the current password is another");
        }
        passwords.checkStrength(next, account.username());
        if (!accounts.replace(account, account.hashed(passwords.hash(next)))) {
            throw IdentityProblem.WRONG_PASSWORD.refusal("the password was changed meanwhile");
        }
        refreshTokens.endAll(person, refresh);
        audit.record(person, address, "identity.password-changed", person.value(), Map.of());
    }

    /** Ends or allows a person's sign-ins; live sockets hear of it through the hook. */
    void disable(Actor by, PersonId person, boolean disabled, String address) {
        administer(by, person);
        if (by.person().equals(person)) {
            throw IdentityProblem.NOT_YOURSELF.refusal("nobody disables the own account");
        }
        var account = account(person);
        if (!accounts.replace(account, account.disabled(disabled))) {
            throw new IllegalStateException("account " + person + " changed meanwhile");
        }
        if (disabled) {
            refreshTokens.endAll(person, Optional.empty());
        }
        actors.forget(person);
        var action = disabled ? "identity.person-disabled" : "identity.person-enabled";
        audit.record(by.person(), address, action, person.value(), Map.of());
        if (disabled) {
            revoked.accept(person);
        }
    }

    /** False for a disabled account, and for none. */
    public boolean mayAct(PersonId person) {
        return actors.find(person).isPresent();
    }

    /** Ends one sign-in of the person; open sockets of the person must show that they are not of this one. */
    public void endSignIn(PersonId person, String signIn) {
        refreshTokens.end(person, signIn);
        revoked.accept(person);
    }

    private void administer(Actor by, PersonId person) {
        if (by.administersSystem()) {
            return;
        }
        if (by.grants().stream().noneMatch(grant -> grant.role() == Role.UNIT_ADMIN)) {
            throw AccessProblem.NOT_PERMITTED.refusal("disablePerson is for administrators");
        }
        var held = units.grants(person);
        if (!unitDesk.administers(by, held)) {
            throw StrangerProblem.IDENTITY_NO_SUCH_PERSON.refusal("no such person in the administrator's units");
        }
        if (held.stream().anyMatch(grant -> grant.role() == Role.SYSTEM_ADMIN)) {
            throw AccessProblem.NOT_PERMITTED.refusal("an administrator of the system is above a unit's");
        }
    }

    /** Whether nobody has an account yet. */
    public boolean empty() {
        return accounts.none();
    }

    /** The way into an empty house, from the machine itself: possible only while there is no account at all. */
    public PersonId createFirstAdministrator(String username, String password) {
        if (!accounts.none()) {
            throw IdentityProblem.ALREADY_SET_UP.refusal("there are accounts");
        }
        var name = username.strip().toLowerCase(Locale.ROOT);
        passwords.checkStrength(password, name);
        var person = new PersonId(UUID.randomUUID().toString());
        var account = new Account(person, name, name, "Quản trị hệ thống", passwords.hash(password), false);
        if (!accounts.put(account)) {
            throw IdentityProblem.USERNAME_TAKEN.refusal(name);
        }
        units.grant(new GrantRow(person, Role.SYSTEM_ADMIN, "*"));
        actors.forget(person);
        audit.record(person, "", "identity.first-administrator", person.value(), Map.of());
        return person;
    }

    private Account account(PersonId person) {
        return accounts.get(person)
                .orElseThrow(() -> StrangerProblem.IDENTITY_NO_SUCH_PERSON.refusal("no such person: " + person));
    }
}

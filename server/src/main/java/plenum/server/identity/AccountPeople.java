package plenum.server.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.units.People;
import plenum.server.units.PersonRow;

/** Accounts as the register's desk sees them. */
final class AccountPeople implements People {
    /** About 50 ms of hashing each: one request must end within a minute. */
    private static final int NEW_WITH_PASSWORD = 500;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Actors actors;

    AccountPeople(Accounts accounts, Passwords passwords, Actors actors) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.actors = actors;
    }

    @Override
    public Map<PersonId, Person> find(Collection<PersonId> people) {
        var found = new HashMap<PersonId, Person>();
        accounts.find(people).forEach((id, account) -> found.put(id, new Person(id, account.name(), account.title())));
        return found;
    }

    @Override
    public void write(List<PersonRow> people) {
        var known = accounts.find(people.stream().map(PersonRow::personId).toList());
        usernames(people);
        strength(people, known);
        var changed = new ArrayList<Account>();
        for (var row : people) {
            var account = account(row, known.get(row.personId()));
            if (!account.equals(known.get(row.personId()))) {
                changed.add(account);
            }
        }
        accounts.putAll(changed);
    }

    @Override
    public void grantsChanged() {
        actors.forgetAll();
    }

    private void usernames(List<PersonRow> people) {
        var taken = accounts.named(people.stream().map(PersonRow::username).toList());
        for (var row : people) {
            var owner = taken.get(row.username());
            if (owner != null && !owner.personId().equals(row.personId())) {
                throw IdentityProblem.USERNAME_TAKEN.refusal("person " + row.personId() + ": " + row.username());
            }
        }
    }

    private void strength(List<PersonRow> people, Map<PersonId, Account> known) {
        var fresh = people.stream()
                .filter(row -> !known.containsKey(row.personId()) && row.passwordHash() == null)
                .toList();
        if (fresh.size() > NEW_WITH_PASSWORD) {
            throw IdentityProblem.TOO_MANY_NEW_PEOPLE.refusal(fresh.size() + " new people with passwords");
        }
        for (var row : fresh) {
            if (row.password() == null) {
                throw IdentityProblem.PASSWORD_MISSING.refusal("person " + row.personId());
            }
            passwords.checkStrength(row.password(), row.username());
        }
    }

    /** The password of a known person is not touched: only the person changes it. */
    private Account account(PersonRow row, @Nullable Account known) {
        if (known != null) {
            return known.named(row.username(), row.name(), row.title());
        }
        var hash = row.passwordHash() != null ? row.passwordHash() : passwords.hash(String.valueOf(row.password()));
        return new Account(row.personId(), row.username(), row.name(), row.title(), hash, false);
    }
}

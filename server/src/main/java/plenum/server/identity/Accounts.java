package plenum.server.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import plenum.server.kernel.PersonId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/** Accounts in the store. Blocking. */
final class Accounts {
    private static final int AT_ONCE = 500;
    private final RecordTable<Account> table;

    Accounts(Mongo mongo) {
        table = new RecordTable<>(
                mongo, "accounts", Account.class, account -> account.personId().value());
        table.index(Mongo.IndexKind.UNIQUE, "username");
    }

    Optional<Account> get(PersonId person) {
        return table.get(person.value());
    }

    Optional<Account> named(String username) {
        return table.first(new Document("username", username));
    }

    boolean none() {
        return table.find(new Document(), new Document(), 1).isEmpty();
    }

    Map<PersonId, Account> find(Collection<PersonId> people) {
        var ids = people.stream().map(PersonId::value).distinct().toList();
        var found = new HashMap<PersonId, Account>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            in("_id", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .forEach(account -> found.put(account.personId(), account));
        }
        return found;
    }

    Map<String, Account> named(List<String> usernames) {
        var found = new HashMap<String, Account>();
        for (int from = 0; from < usernames.size(); from += AT_ONCE) {
            in("username", usernames.subList(from, Math.min(usernames.size(), from + AT_ONCE)))
                    .forEach(account -> found.put(account.username(), account));
        }
        return found;
    }

    private List<Account> in(String field, List<String> values) {
        return table.find(new Document(field, new Document("$in", values)), new Document(), values.size());
    }

    /** False when another account has the user name. */
    boolean put(Account account) {
        return table.put(account);
    }

    void putAll(List<Account> accounts) {
        table.putAll(accounts);
    }

    /** Writes if the account is still the one that was read. */
    boolean replace(Account before, Account after) {
        return table.replace(
                new Document("_id", before.personId().value()).append("passwordHash", before.passwordHash()), after);
    }
}

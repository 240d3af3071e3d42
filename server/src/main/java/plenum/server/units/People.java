package plenum.server.units;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import plenum.server.kernel.PersonId;

/** What the register's desk needs of accounts. Blocking. */
public interface People {
    /** A person as others see one. */
    record Person(PersonId personId, String name, String title) {}

    /** Those of the given people who have an account. */
    Map<PersonId, Person> find(Collection<PersonId> people);

    /**
     * Makes new accounts and updates name, title and username of known ones; all rows are checked before the first is
     * written.
     *
     * @throws plenum.server.kernel.Refusal for a username that is taken or a password that is missing or weak
     */
    void write(List<PersonRow> people);

    /** Called after grants have changed. */
    void grantsChanged();
}

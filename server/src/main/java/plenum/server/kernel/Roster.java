package plenum.server.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of a session in the order of groups and seats, found by person in constant time. */
public final class Roster {
    private final List<Member> members;
    private final Map<PersonId, Member> byPerson = new HashMap<>();

    /** @throws IllegalArgumentException when a person is in it twice */
    public Roster(List<Member> members) {
        this.members = List.copyOf(members);
        for (var member : members) {
            if (byPerson.put(member.personId(), member) != null) {
                throw new IllegalArgumentException("member twice: " + member.personId());
            }
        }
    }

    public List<Member> members() {
        return members;
    }

    public int size() {
        return members.size();
    }

    public boolean has(PersonId person) {
        return byPerson.containsKey(person);
    }

    public Optional<Member> find(PersonId person) {
        return Optional.ofNullable(byPerson.get(person));
    }

    /** The member held the chair's office when the session was prepared. */
    public boolean presides(PersonId person) {
        return find(person).map(Member::presides).orElse(false);
    }

    /** The member's name, or the id of a person who is none. */
    public String nameOf(PersonId person) {
        return find(person).map(Member::name).orElse(person.value());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Roster roster && roster.members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }
}

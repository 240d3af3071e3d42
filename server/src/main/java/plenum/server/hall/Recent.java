package plenum.server.hall;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;

/** The last accepted commands of each person, so that a resend gets the same answer, also after a restart. */
public record Recent(PMap<PersonId, List<Accepted>> byPerson) {
    static final Recent NONE = new Recent(HashTreePMap.empty());
    private static final int REMEMBERED = 64;

    /** @param seq of the last entry that the command made */
    public record Accepted(CommandId id, long seq) {}

    OptionalLong seqOf(PersonId person, CommandId id) {
        return of(person).stream()
                .filter(accepted -> accepted.id().equals(id))
                .mapToLong(Accepted::seq)
                .findFirst();
    }

    Recent plus(PersonId person, CommandId id, long seq) {
        var next = new ArrayList<Accepted>(REMEMBERED);
        of(person).stream().filter(accepted -> !accepted.id().equals(id)).forEach(next::add);
        next.add(new Accepted(id, seq));
        var from = Math.max(0, next.size() - REMEMBERED);
        return new Recent(byPerson.plus(person, List.copyOf(next.subList(from, next.size()))));
    }

    private List<Accepted> of(PersonId person) {
        return byPerson.getOrDefault(person, List.of());
    }
}

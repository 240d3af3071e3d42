package plenum.server.voting;

import java.util.List;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;

/**
 * A unit that has one answer in a vote, and who may give it.
 *
 * @param name of the unit
 * @param people at least one, nobody for two units; the unit's ballot lies under the first
 */
public record UnitVoter(PointId pointId, String name, List<PersonId> people) {
    public UnitVoter {
        people = List.copyOf(people);
    }

    /** Under which the unit's ballot lies, whoever of its people sends it. */
    public PersonId seat() {
        return people.getFirst();
    }
}

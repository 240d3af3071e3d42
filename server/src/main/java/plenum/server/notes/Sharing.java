package plenum.server.notes;

import java.util.List;
import plenum.server.kernel.PersonId;

/**
 * Who else may see a mark: schema Sharing.
 *
 * @param group everyone of the owner's group of delegates in this session
 */
record Sharing(boolean group, List<PersonId> persons) {
    Sharing {
        persons = List.copyOf(persons);
    }
}

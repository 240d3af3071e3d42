package plenum.server.notes;

import java.util.List;
import plenum.server.kernel.PersonId;

/** Marks of others: schema SharedNotes. */
record SharedMarks(List<SharedMark> marks) {
    record SharedMark(PersonId personId, String name, Mark mark) {}
}

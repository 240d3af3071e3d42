package plenum.server.notes;

import java.util.List;
import plenum.server.platform.Problems;

/**
 * What became of changes that were sent: schema NotesWritten.
 *
 * @param last the person's newest change in the session
 * @param refused those that will never be taken; a tablet drops them
 */
record Written(long last, List<Refused> refused) {
    record Refused(String markId, Problems.Body problem) {}
}

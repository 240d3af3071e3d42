package plenum.server.notes;

import java.util.List;

/**
 * Newest states of marks: schema NoteChanges.
 *
 * @param last ask for what came after this next time
 * @param more there is more now
 */
record Changes(List<Mark> marks, long last, boolean more) {}

package plenum.server.room;

import java.time.Instant;
import plenum.server.kernel.PersonId;

/**
 * Someone in the room.
 *
 * @param name as it was when joining; guests and meeting rooms are on no list of members
 * @param moderator secretary, chair or technician of the session's body when joining
 * @param since when the person came in, or back
 */
public record Participant(PersonId personId, String name, Station as, boolean moderator, Instant since) {}

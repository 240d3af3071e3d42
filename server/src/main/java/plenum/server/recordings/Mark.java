package plenum.server.recordings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the session while it was recorded.
 *
 * @param subject id of the item, person, vote or poll
 * @param name of a speaker who is no member; absent for others
 */
record Mark(Instant at, Kind kind, String subject, @Nullable String name) {
    /** What somebody who looks for a place knows of it. */
    enum Kind {
        ITEM,
        SPEECH,
        VOTE,
        POLL
    }
}

package plenum.server.opinions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a delegate sends: schema NewOpinion. */
record OpinionWish(
        String opinionId,
        Stance stance,
        @Nullable String paperId,
        @Nullable String text,
        Instant writtenAt) {}

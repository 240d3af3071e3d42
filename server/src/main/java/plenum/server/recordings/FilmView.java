package plenum.server.recordings;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A recording: schema RecordingView.
 *
 * @param expired kept only until somebody decides; those who do not conduct do not see it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FilmView(
        String recordingId,
        Film.State state,
        long startedAt,
        long durationMs,
        long bytes,
        boolean published,
        @Nullable Long keptUntil,
        boolean expired) {}

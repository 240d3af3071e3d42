package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import plenum.server.checkpoint.Checkpoint;
import plenum.server.checkpoint.Checkpoints;

/** What is signed of the journal, for everyone to keep: schema CheckpointView. @param newest absent before the first */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckpointView(@Nullable Checkpoint newest) {
    static CheckpointView of(Checkpoints checkpoints) {
        return new CheckpointView(checkpoints.newest());
    }
}

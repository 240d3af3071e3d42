package plenum.server.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * What was signed of a journal so far.
 *
 * @param newest null before the first
 */
public record Checkpoints(@Nullable Checkpoint newest) {
    public static final Checkpoints NONE = new Checkpoints(null);

    /** Lines that the newest checkpoint covers. */
    public long size() {
        return newest == null ? 0 : newest.size();
    }

    public Checkpoints apply(CheckpointEvent event) {
        return switch (event) {
            case CheckpointEvent.Signed signed -> new Checkpoints(signed.checkpoint());
        };
    }
}

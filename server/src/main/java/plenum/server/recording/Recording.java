package plenum.server.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.RecordingId;

/**
 * Whether the room is being recorded.
 *
 * @param recordingId of the recording that runs or pauses; absent: there is none
 * @param since when that was begun
 * @param by name of who began it
 * @param ended those of before, in order
 */
public record Recording(
        State state,
        @Nullable RecordingId recordingId,
        @Nullable Instant since,
        @Nullable String by,
        List<RecordingId> ended) {
    /** What becomes of the room's pictures and voices. */
    public enum State {
        NONE,
        RUNNING,
        PAUSED
    }

    public static final Recording NONE = new Recording(State.NONE, null, null, null, List.of());

    public Recording {
        ended = List.copyOf(ended);
    }

    /** The recording that runs or pauses. */
    public Optional<RecordingId> current() {
        return Optional.ofNullable(recordingId);
    }

    public boolean runs() {
        return state == State.RUNNING;
    }

    public Recording apply(RecordingEvent event, Instant at) {
        return switch (event) {
            case RecordingEvent.Started started ->
                new Recording(State.RUNNING, started.recordingId(), at, started.name(), ended);
            case RecordingEvent.Paused unused -> with(State.PAUSED);
            case RecordingEvent.Resumed unused -> with(State.RUNNING);
            case RecordingEvent.Stopped unused -> {
                var all = new ArrayList<>(ended);
                current().ifPresent(all::add);
                yield new Recording(State.NONE, null, null, null, all);
            }
        };
    }

    private Recording with(State next) {
        return new Recording(next, recordingId, since, by, ended);
    }
}

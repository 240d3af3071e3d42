package plenum.server.recording;

import java.util.List;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionEvent;

/** The rules of recording the room. */
public final class RecordingRules {
    private RecordingRules() {}

    public static Decision decide(Recording recording, RecordingCommand command, boolean roomOpen, Context context) {
        if (!roomOpen && !(command instanceof RecordingCommand.Stop)) {
            return Decision.refuse(RecordingProblem.ROOM_NOT_OPEN, "open the room first");
        }
        return switch (command) {
            case RecordingCommand.Start start -> start(recording, start.recordingId(), context);
            case RecordingCommand.Pause unused -> pause(recording);
            case RecordingCommand.Stop unused -> Decision.accept(end(recording));
        };
    }

    /** The events that end it, with the room at the latest. */
    public static List<SessionEvent> end(Recording recording) {
        return recording.current().isPresent() ? List.of(new RecordingEvent.Stopped()) : List.of();
    }

    private static Decision start(Recording recording, RecordingId id, Context context) {
        return switch (recording.state()) {
            case PAUSED -> Decision.accept(new RecordingEvent.Resumed());
            case RUNNING ->
                recording.current().filter(id::equals).isPresent()
                        ? Decision.accept()
                        : Decision.refuse(RecordingProblem.RUNNING_ALREADY, "recording " + recording.recordingId());
            case NONE ->
                recording.ended().contains(id)
                        ? Decision.refuse(RecordingProblem.ID_TAKEN, "recording " + id)
                        : Decision.accept(new RecordingEvent.Started(id, context.name()));
        };
    }

    private static Decision pause(Recording recording) {
        return switch (recording.state()) {
            case RUNNING -> Decision.accept(new RecordingEvent.Paused());
            case PAUSED -> Decision.accept();
            case NONE -> Decision.refuse(RecordingProblem.NOT_RUNNING, "nothing is recorded");
        };
    }
}

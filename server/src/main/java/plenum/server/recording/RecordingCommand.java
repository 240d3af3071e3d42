package plenum.server.recording;

import plenum.server.kernel.RecordingId;

/** What may be asked about recording the room. */
public sealed interface RecordingCommand {
    /** Begins one, or goes on with the one that pauses. @param recordingId of a new one */
    record Start(RecordingId recordingId) implements RecordingCommand {}

    record Pause() implements RecordingCommand {}

    record Stop() implements RecordingCommand {}
}

package plenum.server.recording;

import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionEvent;

/** What happened to the recording of the room. */
public sealed interface RecordingEvent extends SessionEvent {
    /** @param name of who began it */
    record Started(RecordingId recordingId, String name) implements RecordingEvent {}

    record Paused() implements RecordingEvent {}

    record Resumed() implements RecordingEvent {}

    /** By order, or with the room. */
    record Stopped() implements RecordingEvent {}
}

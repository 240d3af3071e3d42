package plenum.server.floor;

import java.time.Instant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;

/** What happened to the right to speak. */
public sealed interface FloorEvent extends SessionEvent {
    record HandRaised(PersonId personId) implements FloorEvent {}

    record HandLowered(PersonId personId) implements FloorEvent {}

    record QueueMoved(PersonId personId, int index) implements FloorEvent {}

    record Granted(PersonId personId, Instant until) implements FloorEvent {}

    record SpeechExtended(PersonId personId, Instant until) implements FloorEvent {}

    record SpeechEnded(PersonId personId) implements FloorEvent {}
}

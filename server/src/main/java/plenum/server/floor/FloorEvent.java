package plenum.server.floor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;

/** What happened to the right to speak. */
public sealed interface FloorEvent extends SessionEvent {
    /** @param name of one who is no member; absent for members */
    record HandRaised(PersonId personId, @Nullable String name) implements FloorEvent {
        public HandRaised(PersonId personId) {
            this(personId, null);
        }
    }

    record HandLowered(PersonId personId) implements FloorEvent {}

    record QueueMoved(PersonId personId, int index) implements FloorEvent {}

    /** @param name of one who is no member; absent for members */
    record Granted(
            PersonId personId, Instant until, @Nullable String name) implements FloorEvent {
        public Granted(PersonId personId, Instant until) {
            this(personId, until, null);
        }
    }

    record SpeechExtended(PersonId personId, Instant until) implements FloorEvent {}

    record SpeechEnded(PersonId personId) implements FloorEvent {}
}

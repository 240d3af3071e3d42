package plenum.server.room;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;

/** What happened to the room and the people in it. */
public sealed interface RoomEvent extends SessionEvent {
    record Opened(boolean lobby, Microphones microphones) implements RoomEvent {}

    record Changed(boolean lobby, Microphones microphones) implements RoomEvent {}

    /** Everyone is out. */
    record Closed() implements RoomEvent {}

    record Locked() implements RoomEvent {}

    record Unlocked() implements RoomEvent {}

    /** Who may see the session may watch the stage without being in the room. */
    record BroadcastStarted() implements RoomEvent {}

    record BroadcastStopped() implements RoomEvent {}

    /** @param moderator whether secretary, chair or technician */
    record Joined(PersonId personId, String name, boolean moderator, Station as) implements RoomEvent {}

    record Knocked(PersonId personId, String name, Station as) implements RoomEvent {}

    /** Out of the room, or no longer waiting. @param lost not by choice: the connection was gone too long */
    record Left(PersonId personId, boolean lost) implements RoomEvent {}

    record TurnedAway(PersonId personId) implements RoomEvent {}

    record Removed(PersonId personId) implements RoomEvent {}

    record Muted(PersonId personId, Source source, boolean hold) implements RoomEvent {}

    /** @param persons whose mute this made or changed */
    record AllMuted(Source source, boolean hold, List<PersonId> persons) implements RoomEvent {
        public AllMuted {
            persons = List.copyOf(persons);
        }
    }

    record Unmuted(PersonId personId, Source source) implements RoomEvent {}

    /** @param personId absent: nobody is pinned */
    record Staged(@Nullable PersonId personId) implements RoomEvent {}
}

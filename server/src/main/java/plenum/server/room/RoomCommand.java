package plenum.server.room;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.MessageId;
import plenum.server.kernel.PersonId;

/** What may be asked about the room. */
public sealed interface RoomCommand {
    record OpenRoom(boolean lobby, Microphones microphones) implements RoomCommand {}

    record ChangeRoom(boolean lobby, Microphones microphones) implements RoomCommand {}

    record CloseRoom() implements RoomCommand {}

    record LockRoom() implements RoomCommand {}

    record UnlockRoom() implements RoomCommand {}

    /** Who may see the session may watch from now on. */
    record StartBroadcast() implements RoomCommand {}

    record StopBroadcast() implements RoomCommand {}

    record JoinRoom(Station as) implements RoomCommand {}

    record LeaveRoom() implements RoomCommand {}

    record AdmitPerson(PersonId personId) implements RoomCommand {}

    record TurnPersonAway(PersonId personId) implements RoomCommand {}

    record AdmitAll() implements RoomCommand {}

    record RemovePerson(PersonId personId) implements RoomCommand {}

    /** @param hold only a moderator can lift it */
    record MutePerson(PersonId personId, Source source, boolean hold) implements RoomCommand {}

    record MuteAll(Source source, boolean hold) implements RoomCommand {}

    record UnmutePerson(PersonId personId, Source source) implements RoomCommand {}

    /** @param personId absent: the stage follows the session by itself */
    record StagePerson(@Nullable PersonId personId) implements RoomCommand {}

    /** @param text 1 to 500 characters */
    record Say(MessageId messageId, String text) implements RoomCommand {}

    record Unsay(MessageId messageId) implements RoomCommand {}

    /** The server's own word, not from the wire: the person's media connection is gone too long. */
    record ReportLost(PersonId personId) implements RoomCommand {}
}

package plenum.server.room;

import plenum.server.kernel.MessageId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;

/** What happened in the room's chat. */
public sealed interface ChatEvent extends SessionEvent {
    /** @param name of the writer at that time */
    record Said(MessageId messageId, PersonId personId, String name, String text) implements ChatEvent {}

    /** The text is no longer shown; the journal keeps it. */
    record Unsaid(MessageId messageId) implements ChatEvent {}
}

package plenum.server.stage;

import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;

/** What happened on the stage. */
public sealed interface StageEvent extends SessionEvent {
    record Previewed(Layout layout) implements StageEvent {}

    record Aired(Layout layout) implements StageEvent {}

    /** Everybody chooses what to see. */
    record Freed() implements StageEvent {}

    record Called(PersonId personId) implements StageEvent {}

    record Dismissed(PersonId personId) implements StageEvent {}

    /** The room is closed: nothing is left of the stage. */
    record Struck() implements StageEvent {}
}

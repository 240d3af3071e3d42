package plenum.server.floor;

import plenum.server.kernel.PersonId;

/** What may be asked about speaking. */
public sealed interface FloorCommand {
    record RaiseHand() implements FloorCommand {}

    record LowerHand() implements FloorCommand {}

    record QueuePerson(PersonId personId) implements FloorCommand {}

    record UnqueuePerson(PersonId personId) implements FloorCommand {}

    /** @param index place in the queue without the person, from 0 */
    record MovePerson(PersonId personId, int index) implements FloorCommand {}

    /** @param seconds speaking time, 1 to 3,600 */
    record GrantFloor(PersonId personId, int seconds) implements FloorCommand {}

    /** @param seconds 10 to 1,800 */
    record ExtendSpeech(int seconds) implements FloorCommand {}

    record EndSpeech() implements FloorCommand {}
}

package plenum.server.checkpoint;

import plenum.server.kernel.SessionEvent;

/** What was signed. */
public sealed interface CheckpointEvent extends SessionEvent {
    record Signed(Checkpoint checkpoint) implements CheckpointEvent {}
}

package plenum.server.checkpoint;

/** The notary's word; nobody else's. */
public sealed interface CheckpointCommand {
    record Sign(Checkpoint checkpoint) implements CheckpointCommand {}
}

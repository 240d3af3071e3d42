package plenum.server.checkpoint;

import plenum.server.kernel.Decision;

/** The rules of checkpoints. Whether the root is right is the notary's affair: the rules don't see stored lines. */
public final class CheckpointRules {
    private CheckpointRules() {}

    /** @param journalSize lines of the journal now */
    public static Decision decide(Checkpoints state, CheckpointCommand command, long journalSize) {
        return switch (command) {
            case CheckpointCommand.Sign sign -> sign(state, sign.checkpoint(), journalSize);
        };
    }

    private static Decision sign(Checkpoints state, Checkpoint checkpoint, long journalSize) {
        if (checkpoint.size() > journalSize) {
            return Decision.refuse(CheckpointProblem.BEYOND_JOURNAL, checkpoint.size() + " > " + journalSize);
        }
        return checkpoint.size() <= state.size() || checkpoint.from() != state.size()
                ? Decision.refuse(CheckpointProblem.NOT_NEXT, "from " + checkpoint.from() + ", at " + state.size())
                : Decision.accept(new CheckpointEvent.Signed(checkpoint));
    }
}

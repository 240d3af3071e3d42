package plenum.server.stage;

import plenum.server.kernel.PersonId;

/** What may be asked about the stage. */
public sealed interface StageCommand {
    /** To be looked at by those who conduct. */
    record Preview(Layout layout) implements StageCommand {}

    /** What is previewed becomes what everybody sees. */
    record Air() implements StageCommand {}

    /** Shows it to everybody without a preview. */
    record Show(Layout layout) implements StageCommand {}

    /** From now on everybody chooses what to see. */
    record Free() implements StageCommand {}

    /** Lets one talk besides the one who has the floor. */
    record Call(PersonId personId) implements StageCommand {}

    record Dismiss(PersonId personId) implements StageCommand {}
}

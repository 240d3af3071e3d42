package plenum.server.booth;

import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;

/** What the server has to do next for a poll and its ballot box. It follows from the journal alone. */
sealed interface Deed {
    /** Nobody has asked for anything. */
    record Wait() implements Deed {}

    /** Nothing is left at the box. */
    record Over() implements Deed {}

    /** Make the keys and write the definition into the journal. */
    record Write() implements Deed {}

    /** Give the journal's definition to the box. */
    record Define() implements Deed {}

    /** What two tellers have approved. */
    record Move(BoxPhase to) implements Deed {}

    /** A poll that is void and that the box may never have heard of. */
    record Forget() implements Deed {}

    static Deed next(Poll poll) {
        var electronic = poll.electronic();
        if (electronic == null || electronic.phase().isOver()) {
            return new Over();
        }
        return poll.state() == Poll.State.VOIDED ? givenUp(electronic) : onwards(electronic);
    }

    private static Deed givenUp(Electronic electronic) {
        if (electronic.isApproved(BoxPhase.VOID)) {
            return new Move(BoxPhase.VOID);
        }
        return electronic.phase() == BoxPhase.PREPARING ? new Forget() : new Wait();
    }

    private static Deed onwards(Electronic electronic) {
        if (electronic.phase() == BoxPhase.PREPARING) {
            return electronic.defined() == null ? new Write() : new Define();
        }
        return electronic
                .phase()
                .next()
                .filter(electronic::isApproved)
                .<Deed>map(Move::new)
                .orElseGet(Wait::new);
    }
}

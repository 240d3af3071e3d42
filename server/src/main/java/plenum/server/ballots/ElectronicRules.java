package plenum.server.ballots;

import plenum.server.ballots.PollCommand.ApproveStep;
import plenum.server.ballots.PollCommand.TakeBallot;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;

/** What delegates and tellers may do in an electronic poll. Signatures are checked before a command comes here. */
final class ElectronicRules {
    private static final String GIVEN_UP = "Ban kiểm phiếu hủy lượt bỏ phiếu điện tử.";

    private ElectronicRules() {}

    /** The same question again is no new one; another is none at all. */
    static Decision take(Poll poll, TakeBallot take, PersonId person) {
        var electronic = poll.electronic();
        var issue = poll.issue();
        if (electronic == null || issue == null || poll.state() == Poll.State.VOIDED) {
            return Decision.refuse(PollProblem.NOT_ISSUING, "state " + poll.state());
        }
        var before = electronic.taken().get(person);
        if (before != null) {
            return before.blinded().equals(take.blinded())
                    ? Decision.accept()
                    : Decision.refuse(PollProblem.ALREADY_TAKEN, "person " + person);
        }
        if (electronic.phase() != BoxPhase.ISSUE || electronic.defined() == null) {
            return Decision.refuse(PollProblem.NOT_ISSUING, "phase " + electronic.phase());
        }
        if (!electronic.approvals().isEmpty()) {
            return Decision.refuse(PollProblem.ISSUE_ENDED, "a teller has approved the next step");
        }
        if (!issue.eligible().contains(person)) {
            return Decision.refuse(PollProblem.NOT_ELIGIBLE, "person " + person);
        }
        return electronic.defined().hash().equals(take.definition())
                ? Decision.accept(new PollEvent.Taken(poll.pollId(), person, take.blinded(), take.signature()))
                : Decision.refuse(PollProblem.OTHER_DEFINITION, "definition " + take.definition());
    }

    static Decision stored(Poll poll, PersonId person) {
        var electronic = poll.electronic();
        var ballot = electronic == null ? null : electronic.taken().get(person);
        if (ballot == null) {
            return Decision.refuse(PollProblem.NOT_TAKEN, "person " + person);
        }
        return ballot.stored() || poll.state() != Poll.State.ISSUING
                ? Decision.accept()
                : Decision.accept(new PollEvent.Stored(poll.pollId(), person));
    }

    static Decision approve(Poll poll, ApproveStep approve, PersonId teller) {
        var electronic = poll.electronic();
        if (electronic == null || electronic.defined() == null) {
            return Decision.refuse(PollProblem.WRONG_STEP, "state " + poll.state());
        }
        if (!poll.counts(teller)) {
            return PollRules.notATeller(teller);
        }
        var to = approve.to();
        if (!mayFollow(poll, electronic, to)) {
            return Decision.refuse(PollProblem.WRONG_STEP, electronic.phase() + " to " + to);
        }
        if (electronic.isApproved(to) || electronic.isApprovedBy(teller, to)) {
            return Decision.accept();
        }
        return approve.issued() == electronic.issued()
                ? approved(poll, electronic, approve, teller)
                : Decision.refuse(PollProblem.OTHER_NUMBER_TAKEN, approve.issued() + " of " + electronic.issued());
    }

    private static boolean mayFollow(Poll poll, Electronic electronic, BoxPhase to) {
        return to.follows(electronic.phase()) && (to == BoxPhase.VOID || poll.state() != Poll.State.VOIDED);
    }

    /** With the second word for giving up the poll is void in the hall at once; the box follows. */
    private static Decision approved(Poll poll, Electronic electronic, ApproveStep approve, PersonId teller) {
        var id = poll.pollId();
        var event = new PollEvent.Approved(id, teller, approve.to(), approve.issued(), approve.signature());
        var givenUp = approve.to() == BoxPhase.VOID
                && poll.state() != Poll.State.VOIDED
                && !electronic.approvalsOf(BoxPhase.VOID).isEmpty();
        return givenUp ? Decision.accept(event, new PollEvent.Voided(id, GIVEN_UP)) : Decision.accept(event);
    }
}

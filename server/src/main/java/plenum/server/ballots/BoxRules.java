package plenum.server.ballots;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plenum.server.ballots.PollCommand.NoteTallied;
import plenum.server.kernel.Decision;

/** What the server itself brings back from the ballot box. All of it may come twice. */
final class BoxRules {
    private BoxRules() {}

    static Decision define(Poll poll, Electronic.Defined defined) {
        var electronic = poll.electronic();
        if (electronic == null || poll.state() != Poll.State.ISSUING) {
            return wrong(poll);
        }
        if (electronic.defined() != null) {
            return electronic.defined().equals(defined) ? Decision.accept() : wrong(poll);
        }
        return Decision.accept(
                new PollEvent.Defined(poll.pollId(), defined.text(), defined.hash(), defined.electorate()));
    }

    static Decision moved(Poll poll, BoxPhase phase) {
        var electronic = poll.electronic();
        if (electronic == null) {
            return wrong(poll);
        }
        if (electronic.phase() == phase) {
            return Decision.accept();
        }
        return phase != BoxPhase.TALLIED && permitted(poll, electronic, phase)
                ? Decision.accept(new PollEvent.Moved(poll.pollId(), phase))
                : wrong(poll);
    }

    /** Two tellers for each step; a poll that the box never had ends without them. */
    private static boolean permitted(Poll poll, Electronic electronic, BoxPhase phase) {
        if (poll.state() == Poll.State.VOIDED) {
            var begun = electronic.phase() != BoxPhase.PREPARING;
            return phase == BoxPhase.VOID
                    && !electronic.phase().isOver()
                    && (!begun || electronic.isApproved(BoxPhase.VOID));
        }
        return electronic.phase() == BoxPhase.PREPARING
                ? phase == BoxPhase.ISSUE && electronic.defined() != null
                : phase.follows(electronic.phase()) && electronic.isApproved(phase);
    }

    static Decision tallied(Poll poll, NoteTallied tallied) {
        var electronic = poll.electronic();
        if (electronic == null || poll.state() == Poll.State.VOIDED) {
            return wrong(poll);
        }
        if (electronic.root() != null) {
            return electronic.root().equals(tallied.root()) ? Decision.accept() : wrong(poll);
        }
        return electronic.phase() == BoxPhase.CLOSING && electronic.isApproved(BoxPhase.TALLIED)
                ? counted(poll, electronic, tallied)
                : Decision.refuse(PollProblem.NOT_APPROVED, "phase " + electronic.phase());
    }

    private static Decision counted(Poll poll, Electronic electronic, NoteTallied tallied) {
        var issue = Objects.requireNonNull(poll.issue());
        var handed = Objects.requireNonNull(poll.handed());
        var count = tallied.count();
        var wrong = new CountChecks(poll.sheet(), issue.matter()).problem(count, handed.issued());
        if (wrong.isPresent()) {
            return new Decision.Refused(wrong.get());
        }
        var tellers = electronic.approvalsOf(BoxPhase.TALLIED).stream()
                .map(Approval::personId)
                .toList();
        var results = new Reckoning(poll.sheet(), issue, handed, count).results();
        return Decision.accept(new PollEvent.Tallied(poll.pollId(), tellers, tallied.root(), count, results));
    }

    static Decision trouble(Poll poll, @Nullable String trouble) {
        var electronic = poll.electronic();
        if (electronic == null || electronic.phase().isOver()) {
            return wrong(poll);
        }
        return Objects.equals(electronic.trouble(), trouble)
                ? Decision.accept()
                : Decision.accept(new PollEvent.Troubled(poll.pollId(), trouble));
    }

    private static Decision wrong(Poll poll) {
        return Decision.refuse(PollProblem.WRONG_STEP, "state " + poll.state());
    }
}

package plenum.server.ballots;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.ballots.PollCommand.CloseBox;
import plenum.server.ballots.PollCommand.CountIssued;
import plenum.server.ballots.PollCommand.DeclarePoll;
import plenum.server.ballots.PollCommand.DropPoll;
import plenum.server.ballots.PollCommand.EditSheet;
import plenum.server.ballots.PollCommand.IssueSheets;
import plenum.server.ballots.PollCommand.KeyCount;
import plenum.server.ballots.PollCommand.NameTellers;
import plenum.server.ballots.PollCommand.PreparePoll;
import plenum.server.ballots.PollCommand.VoidPoll;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.kernel.Roster;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.VoteId;

/** The rules of secret ballots with a counting committee; those of paper are here. */
public final class PollRules {
    private static final int MOST_POLLS = 200;

    private PollRules() {}

    /**
     * What the other parts know.
     *
     * @param current the agenda's open item
     * @param voteOpen an open vote goes on
     * @param present delegates present in the open sitting, in the order of the roster; asked for only when sheets are
     *     handed out
     * @param passed whether a vote is declared and passed
     * @param totalMembers of the body today in Viet Nam
     */
    public record Outside(
            boolean ended,
            boolean sittingOpen,
            @Nullable ItemId current,
            boolean voteOpen,
            Supplier<Set<ItemId>> items,
            Supplier<List<PersonId>> present,
            Predicate<VoteId> passed,
            Roster roster,
            RuleSet rules,
            int totalMembers) {}

    /** Drafts whose sheet or form the rules do not allow. */
    public static Stream<Poll> leftOut(Polls state, RuleSet rules) {
        return state.polls().stream()
                .filter(poll -> poll.state() == Poll.State.DRAFT)
                .filter(poll ->
                        Preparing.problem(poll.sheet(), poll.form(), rules).isPresent());
    }

    public static Decision decide(Polls state, PollCommand command, Outside outside, Context context) {
        if (outside.ended && !tidies(command)) {
            return Decision.refuse(PollProblem.SESSION_ENDED, "ended");
        }
        if (command instanceof PreparePoll prepare) {
            return Preparing.prepare(state, prepare, outside, MOST_POLLS);
        }
        var poll = state.find(command.pollId());
        return poll.isEmpty()
                ? Decision.refuse(PollProblem.NO_SUCH_POLL, "poll " + command.pollId())
                : decide(state, poll.get(), command, outside, context);
    }

    /** What a void electronic poll left in its box is destroyed even after the session. */
    private static boolean tidies(PollCommand command) {
        return command instanceof PollCommand.ApproveStep
                || command instanceof PollCommand.NoteMoved
                || command instanceof PollCommand.NoteTrouble;
    }

    private static Decision decide(Polls state, Poll poll, PollCommand command, Outside outside, Context context) {
        return switch (command) {
            case PreparePoll prepare -> Preparing.prepare(state, prepare, outside, MOST_POLLS);
            case EditSheet edit -> Preparing.edit(poll, edit, outside);
            case DropPoll unused ->
                in(poll, Poll.State.DRAFT, PollProblem.ALREADY_BEGUN, new PollEvent.Dropped(poll.pollId()));
            case NameTellers name -> Preparing.name(poll, name, outside);
            case IssueSheets issue -> issue(state, poll, issue.overrideReason(), outside, context);
            case CountIssued counted -> onPaper(poll, () -> issued(poll, counted.handed(), context));
            case CloseBox unused -> onPaper(poll, () -> closeBox(poll, context));
            case KeyCount key -> onPaper(poll, () -> key(poll, key.count(), context));
            case DeclarePoll unused -> declare(poll);
            case VoidPoll voidPoll -> voided(poll, voidPoll.reason(), context);
            case PollCommand.TakeBallot take -> ElectronicRules.take(poll, take, context.by());
            case PollCommand.ConfirmStored unused -> ElectronicRules.stored(poll, context.by());
            case PollCommand.ApproveStep approve -> ElectronicRules.approve(poll, approve, context.by());
            case PollCommand.DefinePoll define -> BoxRules.define(poll, define.defined());
            case PollCommand.NoteMoved moved -> BoxRules.moved(poll, moved.phase());
            case PollCommand.NoteTallied tallied -> BoxRules.tallied(poll, tallied);
            case PollCommand.NoteTrouble trouble -> BoxRules.trouble(poll, trouble.trouble());
        };
    }

    private static Decision onPaper(Poll poll, Supplier<Decision> decision) {
        return poll.onTablets() ? Decision.refuse(PollProblem.OTHER_FORM, "form " + poll.form()) : decision.get();
    }

    /** An electronic one when its box has destroyed what could link a ballot to a person. */
    private static Decision declare(Poll poll) {
        var ready = poll.onTablets() ? Poll.State.FINAL : Poll.State.COUNTED;
        return in(poll, ready, PollProblem.NOT_COUNTED, new PollEvent.Declared(poll.pollId()));
    }

    private static Decision voided(Poll poll, String reason, Context context) {
        if (!poll.pending()) {
            return Decision.refuse(PollProblem.CANNOT_VOID, "state " + poll.state());
        }
        return poll.onTablets() || context.roles().contains(Role.CHAIR)
                ? Decision.accept(new PollEvent.Voided(poll.pollId(), reason))
                : Decision.refuse(PollProblem.ONLY_CHAIR_VOIDS, "form " + poll.form());
    }

    private static Decision in(Poll poll, Poll.State state, PollProblem otherwise, SessionEvent event) {
        return poll.state() == state ? Decision.accept(event) : Decision.refuse(otherwise, "state " + poll.state());
    }

    private static Decision issue(Polls state, Poll poll, @Nullable String reason, Outside outside, Context context) {
        if (poll.state() != Poll.State.DRAFT) {
            return Decision.refuse(PollProblem.ALREADY_BEGUN, "state " + poll.state());
        }
        if (poll.tellers() == null) {
            return Decision.refuse(PollProblem.NO_TELLERS, "name them first");
        }
        if (!outside.sittingOpen) {
            return Decision.refuse(PollProblem.NO_SITTING_OPEN, "open a sitting first");
        }
        if (!poll.itemId().equals(outside.current)) {
            return Decision.refuse(PollProblem.ITEM_NOT_CURRENT, "item " + poll.itemId());
        }
        if (outside.voteOpen || state.busy().isPresent()) {
            return Decision.refuse(PollProblem.ANOTHER_VOTE_OPEN, "one at a time");
        }
        return issue(poll, reason, outside, outside.present.get(), context);
    }

    private static Decision issue(
            Poll poll, @Nullable String reason, Outside outside, List<PersonId> present, Context context) {
        if (present.isEmpty()) {
            return Decision.refuse(PollProblem.NOBODY_PRESENT, "nobody is present");
        }
        var problem = Preparing.problem(poll.sheet(), poll.form(), outside.rules);
        if (problem.isPresent()) {
            return new Decision.Refused(problem.get());
        }
        if (poll.onTablets() && present.size() < outside.rules.secretLeast()) {
            return Decision.refuse(
                    PollProblem.TOO_FEW_FOR_SECRET, present.size() + " of " + outside.rules.secretLeast());
        }
        var needed = needed(outside, present.size());
        var quorum = present.size() >= needed;
        if (!quorum && (reason == null || !context.roles().contains(Role.CHAIR))) {
            return Decision.refuse(PollProblem.NO_QUORUM, "present " + present.size() + " of " + needed + " needed");
        }
        var matter = outside.rules.matter(poll.sheet().matter()).orElseThrow();
        return Decision.accept(new PollEvent.IssueOpened(
                poll.pollId(), matter, present, outside.totalMembers, quorum ? null : reason));
    }

    private static long needed(Outside outside, int present) {
        var quorum = outside.rules.quorum();
        return switch (quorum.base()) {
            case TOTAL_MEMBERS -> quorum.needed(outside.totalMembers);
            case PRESENT, BALLOTS_ISSUED, BALLOTS_COLLECTED, BALLOTS_VALID -> quorum.needed(present);
        };
    }

    private static Decision issued(Poll poll, Handed handed, Context context) {
        var issue = poll.issue();
        if (poll.state() != Poll.State.ISSUING || issue == null) {
            return Decision.refuse(PollProblem.NOT_ISSUING, "state " + poll.state());
        }
        if (!poll.counts(context.by())) {
            return notATeller(context.by());
        }
        return handed.issued() > issue.eligible().size()
                ? Decision.refuse(
                        PollProblem.MORE_ISSUED_THAN_PRESENT,
                        handed.issued() + " of " + issue.eligible().size())
                : Decision.accept(new PollEvent.Issued(poll.pollId(), handed));
    }

    private static Decision closeBox(Poll poll, Context context) {
        if (poll.state() != Poll.State.CASTING) {
            return Decision.refuse(PollProblem.NOT_CASTING, "state " + poll.state());
        }
        return poll.counts(context.by())
                ? Decision.accept(new PollEvent.BoxClosed(poll.pollId()))
                : notATeller(context.by());
    }

    private static Decision key(Poll poll, Count count, Context context) {
        var counting = poll.counting();
        var issue = poll.issue();
        var handed = poll.handed();
        if (counting == null || issue == null || handed == null) {
            return Decision.refuse(PollProblem.NOT_COUNTING, "state " + poll.state());
        }
        if (!poll.counts(context.by())) {
            return notATeller(context.by());
        }
        Optional<Problem> wrong = new CountChecks(poll.sheet(), issue.matter()).problem(count, handed.issued());
        return wrong.isPresent()
                ? new Decision.Refused(wrong.get())
                : keyed(poll, counting, new Reckoning(poll.sheet(), issue, handed, count), context.by());
    }

    /** A teller who keys again before anybody else has corrected the own count. */
    private static Decision keyed(Poll poll, Poll.Counting counting, Reckoning reckoning, PersonId teller) {
        var id = poll.pollId();
        var count = reckoning.count();
        var event = new PollEvent.CountKeyed(id, teller, counting.round(), count);
        var other = counting.keyed();
        if (other == null || other.teller().equals(teller)) {
            return other != null && other.count().equals(count) ? Decision.accept() : Decision.accept(event);
        }
        var places = other.count().differences(count);
        return places.isEmpty()
                ? Decision.accept(
                        event, new PollEvent.Counted(id, List.of(other.teller(), teller), count, reckoning.results()))
                : Decision.accept(event, new PollEvent.Mismatched(id, counting.round(), places));
    }

    static Decision notATeller(PersonId person) {
        return Decision.refuse(PollProblem.NOT_A_TELLER, "person " + person);
    }
}

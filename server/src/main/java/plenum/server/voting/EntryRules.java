package plenum.server.voting;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;

/** Ballots that a clerk writes down for a member without a device, and that another clerk countersigns. */
final class EntryRules {
    private EntryRules() {}

    static Decision enter(Voting state, Vote vote, VotingCommand.EnterBallot enter, Context context) {
        var waiting = state.entries(vote.voteId()).get(enter.personId());
        if (waiting != null && same(waiting, enter, context)) {
            return Decision.accept();
        }
        return notFor(state, vote, enter.personId(), context)
                .or(() -> Matters.offers(vote, enter.choice())
                        ? Optional.empty()
                        : refused(VotingProblem.CHOICE_NOT_OFFERED, "choice " + enter.choice()))
                .or(() -> waiting == null
                        ? Optional.empty()
                        : refused(VotingProblem.ENTRY_WAITS, "person " + enter.personId()))
                .orElseGet(() -> Decision.accept(new VotingEvent.Entered(
                        vote.voteId(),
                        enter.personId(),
                        enter.choice(),
                        enter.reason(),
                        context.by(),
                        context.name())));
    }

    private static boolean same(Entry waiting, VotingCommand.EnterBallot enter, Context context) {
        return waiting.choice() == enter.choice()
                && waiting.reason().equals(enter.reason())
                && waiting.clerk().equals(context.by());
    }

    /** @param presides whether a member holds the chair's office, whose side decides a tie where the rules say so */
    static Decision countersign(
            Voting state,
            Vote vote,
            VotingCommand.CountersignEntry sign,
            Predicate<PersonId> presides,
            Context context) {
        var entry = state.entries(vote.voteId()).get(sign.personId());
        return notFor(state, vote, sign.personId(), context)
                .orElseGet(() -> countersign(vote, entry, sign, presides, context));
    }

    private static Decision countersign(
            Vote vote,
            @Nullable Entry entry,
            VotingCommand.CountersignEntry sign,
            Predicate<PersonId> presides,
            Context context) {
        if (entry == null) {
            return Decision.refuse(VotingProblem.NO_SUCH_ENTRY, "person " + sign.personId());
        }
        if (entry.clerk().equals(context.by())) {
            return Decision.refuse(VotingProblem.SAME_CLERK, "clerk " + entry.clerk());
        }
        if (entry.choice() != sign.choice()) {
            return Decision.refuse(VotingProblem.ENTRY_DIFFERS, "person " + sign.personId());
        }
        return Decision.accept(new VotingEvent.Countersigned(
                vote.voteId(),
                sign.personId(),
                entry.choice(),
                entry.reason(),
                entry.clerk(),
                entry.clerkName(),
                context.by(),
                context.name(),
                presides.test(sign.personId()) ? Boolean.TRUE : null));
    }

    /** Also while the vote is on hold. */
    static Decision withdraw(Voting state, Vote vote, PersonId person) {
        return state.entries(vote.voteId()).containsKey(person)
                ? Decision.accept(new VotingEvent.EntryEnded(vote.voteId(), person, VotingEvent.EntryEnd.TAKEN_BACK))
                : Decision.refuse(VotingProblem.NO_SUCH_ENTRY, "person " + person);
    }

    private static Optional<Decision> notFor(Voting state, Vote vote, PersonId person, Context context) {
        if (!vote.takesBallots()) {
            return Optional.of(VotingRules.notTaking(vote));
        }
        if (vote.seat(context.by()).filter(person::equals).isPresent() || person.equals(context.by())) {
            return refused(VotingProblem.NOT_ONESELF, "person " + person);
        }
        if (vote.seat(person).filter(person::equals).isEmpty()) {
            return refused(VotingProblem.NOT_ELIGIBLE, "person " + person);
        }
        var ballot = state.ballots(vote.voteId()).get(person);
        if (ballot == null) {
            return Optional.empty();
        }
        var byHand = ballot.byHand() != null;
        return refused(byHand ? VotingProblem.ENTERED_BY_HAND : VotingProblem.OWN_BALLOT_CAST, "person " + person);
    }

    private static Optional<Decision> refused(VotingProblem problem, String detail) {
        return Optional.of(Decision.refuse(problem, detail));
    }
}

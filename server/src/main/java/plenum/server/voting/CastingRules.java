package plenum.server.voting;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionEvent;

/** When a member's own ballot is taken. */
final class CastingRules {
    private CastingRules() {}

    private record Sent(
            PersonId person, Choice choice, @Nullable BallotSignature signature) {}

    static Decision cast(Voting state, Vote vote, VotingCommand.CastBallot cast, RuleSet rules, Context context) {
        if (!vote.takesBallots()) {
            return VotingRules.notTaking(vote);
        }
        return vote.seat(context.by())
                .map(seat -> cast(state, vote, seat, cast, rules, context))
                .orElseGet(() -> Decision.refuse(VotingProblem.NOT_ELIGIBLE, "person " + context.by()));
    }

    /** @param person under whom the ballot lies */
    private static Decision cast(
            Voting state, Vote vote, PersonId person, VotingCommand.CastBallot cast, RuleSet rules, Context context) {
        if (!Matters.offers(vote, cast.choice())) {
            return Decision.refuse(VotingProblem.CHOICE_NOT_OFFERED, "choice " + cast.choice());
        }
        var before = state.ballots(vote.voteId()).get(person);
        if (before != null && before.byHand() != null) {
            return Decision.refuse(VotingProblem.ENTERED_BY_HAND, "person " + person);
        }
        var signature = vote.byUnits() ? null : cast.signature();
        if (signature == null && rules.signedBallots() && !vote.byUnits()) {
            return Decision.refuse(VotingProblem.NOT_SIGNED, "the rules ask for signed ballots");
        }
        if (before != null && before.choice() == cast.choice()) {
            return Decision.accept();
        }
        if (before != null && signature != null && signature.turn() <= before.turn()) {
            return Decision.refuse(VotingProblem.OLD_BALLOT, "turn " + before.turn() + " was before");
        }
        return before != null && !Matters.allowsChange(vote, rules)
                ? Decision.refuse(VotingProblem.ALREADY_CAST, "person " + person)
                : taken(state, vote, new Sent(person, cast.choice(), signature), context);
    }

    /** An entry that nobody countersigned yet gives way to the member's own word. */
    private static Decision taken(Voting state, Vote vote, Sent sent, Context context) {
        var person = sent.person();
        var chair = context.roles().contains(Role.CHAIR) && !vote.byUnits() ? Boolean.TRUE : null;
        var cast = new VotingEvent.BallotCast(vote.voteId(), person, sent.choice(), sent.signature(), chair);
        return state.entries(vote.voteId()).containsKey(person)
                ? Decision.accept(
                        new VotingEvent.EntryEnded(vote.voteId(), person, VotingEvent.EntryEnd.OWN_BALLOT), cast)
                : Decision.accept(cast);
    }

    /** What is wrong with one of them is wrong with all. */
    static Decision castMany(Voting state, VotingCommand.CastMany many, RuleSet rules, Context context) {
        var events = new ArrayList<SessionEvent>();
        for (var ballot : many.ballots()) {
            var decision = state.find(ballot.voteId())
                    .map(vote -> cast(state, vote, ballot, rules, context))
                    .orElseGet(() -> Decision.refuse(VotingProblem.NO_SUCH_VOTE, "vote " + ballot.voteId()));
            switch (decision) {
                case Decision.Accepted accepted -> events.addAll(accepted.events());
                case Decision.Refused refused -> {
                    return refused;
                }
            }
        }
        return Decision.accept(events);
    }
}

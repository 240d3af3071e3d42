package plenum.server.voting;

import java.util.ArrayList;
import java.util.List;
import plenum.server.kernel.Decision;
import plenum.server.kernel.SessionEvent;

/** How a vote is closed and counted; a batch as a whole. */
final class ClosingRules {
    private ClosingRules() {}

    static Decision close(Voting state, Vote vote) {
        if (!vote.takesBallots()) {
            return VotingRules.notTaking(vote);
        }
        var events = new ArrayList<SessionEvent>();
        state.together(vote).forEach(one -> {
            events.addAll(uncountersigned(state, one));
            events.addAll(counted(state, one));
        });
        return Decision.accept(events);
    }

    private static List<VotingEvent> uncountersigned(Voting state, Vote vote) {
        var opening = vote.opening();
        var entries = state.entries(vote.voteId());
        return opening == null
                ? List.of()
                : opening.eligible().stream()
                        .filter(entries::containsKey)
                        .<VotingEvent>map(person ->
                                new VotingEvent.EntryEnded(vote.voteId(), person, VotingEvent.EntryEnd.VOTE_CLOSED))
                        .toList();
    }

    private static List<VotingEvent> counted(Voting state, Vote vote) {
        var opening = vote.opening();
        if (opening == null) {
            return List.of();
        }
        var tally = Tally.of(state.ballots(vote.voteId()).values(), opening);
        return List.of(new VotingEvent.Closed(
                vote.voteId(),
                tally.forCount(),
                tally.againstCount(),
                tally.abstainCount(),
                tally.notVoted(),
                tally.outcome(),
                tally.byChair() ? Boolean.TRUE : null));
    }
}

package plenum.server.hall;

import java.util.List;
import plenum.server.kernel.Audience;

/** The votes of the items that the audience sees: schema VotingView. */
public record VotingView(List<VoteView> votes) {

    static VotingView of(Hall hall, Audience audience) {
        var hidden = hall.agenda().items().hidden();
        return new VotingView(hall.voting().votes().stream()
                .filter(vote -> audience == Audience.CONTROL || !hidden.contains(vote.itemId()))
                .map(vote -> VoteView.of(hall, vote, audience))
                .toList());
    }
}

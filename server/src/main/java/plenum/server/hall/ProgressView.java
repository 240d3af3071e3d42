package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import plenum.server.voting.Voting;

/**
 * How many have voted in the open vote, not how; empty when none is open: schema ProgressView.
 *
 * @param voteId of an open batch its first
 * @param votes how many are open at once
 * @param cast ballots; of a batch the least that any of its votes has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgressView(
        @Nullable String voteId,
        @Nullable Integer votes,
        @Nullable Integer cast,
        @Nullable Integer eligible) {
    private static final ProgressView NONE = new ProgressView(null, null, null, null);

    static ProgressView of(Voting voting) {
        var vote = voting.open().orElse(null);
        if (vote == null || vote.opening() == null) {
            return NONE;
        }
        var open = voting.together(vote);
        return new ProgressView(
                vote.voteId().value(),
                open.size(),
                open.stream()
                        .mapToInt(one -> voting.ballots(one.voteId()).size())
                        .min()
                        .orElse(0),
                vote.opening().eligible().size());
    }
}

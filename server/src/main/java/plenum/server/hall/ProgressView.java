package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import plenum.server.voting.Voting;

/** How many have voted in the open vote, not how; empty when none is open: schema ProgressView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgressView(
        @Nullable String voteId,
        @Nullable Integer cast,
        @Nullable Integer eligible) {
    private static final ProgressView NONE = new ProgressView(null, null, null);

    static ProgressView of(Voting voting) {
        var vote = voting.open().orElse(null);
        if (vote == null || vote.opening() == null) {
            return NONE;
        }
        return new ProgressView(
                vote.voteId().value(),
                voting.ballots(vote.voteId()).size(),
                vote.opening().eligible().size());
    }
}

package plenum.server.voting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.VoteId;

/**
 * All votes of the session in the order of preparation. Ballots lie apart, so that a ballot leaves {@code votes} the
 * same object and costs O(log n).
 */
public record Voting(List<Vote> votes, PMap<VoteId, PMap<PersonId, Ballot>> boxes) {
    public static final Voting NONE = new Voting(List.of(), HashTreePMap.empty());

    public Voting {
        votes = List.copyOf(votes);
    }

    public Optional<Vote> find(VoteId id) {
        return votes.stream().filter(vote -> vote.voteId().equals(id)).findFirst();
    }

    public Optional<Vote> open() {
        return votes.stream().filter(vote -> vote.state() == Vote.State.OPEN).findFirst();
    }

    public PMap<PersonId, Ballot> ballots(VoteId vote) {
        return boxes.getOrDefault(vote, HashTreePMap.empty());
    }

    public Voting apply(VotingEvent event, Instant at) {
        return switch (event) {
            case VotingEvent.Prepared prepared ->
                plus(Vote.prepared(prepared.voteId(), prepared.itemId(), prepared.title()));
            case VotingEvent.Dropped dropped ->
                new Voting(
                        votes.stream()
                                .filter(vote -> !vote.voteId().equals(dropped.voteId()))
                                .toList(),
                        boxes);
            case VotingEvent.Opened opened -> each(opened.voteId(), vote -> vote.opened(opening(opened, at)));
            case VotingEvent.BallotCast ballotCast ->
                new Voting(
                        votes,
                        boxes.plus(
                                ballotCast.voteId(),
                                ballots(ballotCast.voteId())
                                        .plus(ballotCast.personId(), new Ballot(ballotCast.choice(), at))));
            case VotingEvent.Held held -> each(held.voteId(), vote -> vote.held(new Vote.Hold(at, held.reason())));
            case VotingEvent.Resumed resumed -> each(resumed.voteId(), vote -> vote.held(null));
            case VotingEvent.Closed closed -> each(closed.voteId(), vote -> vote.closed(tally(closed), at));
            case VotingEvent.Declared declared -> each(declared.voteId(), vote -> vote.declared(at));
            case VotingEvent.Voided voided -> each(voided.voteId(), vote -> vote.voided(voided.reason()));
        };
    }

    private static Vote.Opening opening(VotingEvent.Opened opened, Instant at) {
        return new Vote.Opening(
                at, new LinkedHashSet<>(opened.eligible()), opened.rule(), opened.baseSize(), opened.overrideReason());
    }

    private static Tally tally(VotingEvent.Closed closed) {
        return new Tally(
                closed.forCount(), closed.againstCount(), closed.abstainCount(), closed.notVoted(), closed.outcome());
    }

    private Voting plus(Vote vote) {
        var all = new ArrayList<>(votes);
        all.add(vote);
        return new Voting(all, boxes);
    }

    private Voting each(VoteId id, UnaryOperator<Vote> change) {
        return new Voting(
                votes.stream()
                        .map(vote -> vote.voteId().equals(id) ? change.apply(vote) : vote)
                        .toList(),
                boxes);
    }
}

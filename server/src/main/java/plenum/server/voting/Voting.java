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
 *
 * @param entries by hand that wait for a second clerk, of open votes only
 */
public record Voting(
        List<Vote> votes, PMap<VoteId, PMap<PersonId, Ballot>> boxes, PMap<VoteId, PMap<PersonId, Entry>> entries) {
    public static final Voting NONE = new Voting(List.of(), HashTreePMap.empty(), HashTreePMap.empty());

    public Voting {
        votes = List.copyOf(votes);
    }

    public Optional<Vote> find(VoteId id) {
        return votes.stream().filter(vote -> vote.voteId().equals(id)).findFirst();
    }

    /** The open vote; the first one of an open batch. */
    public Optional<Vote> open() {
        return votes.stream().filter(vote -> vote.state() == Vote.State.OPEN).findFirst();
    }

    /** The vote and those of its batch that are in the same state. */
    public List<Vote> together(Vote vote) {
        return vote.batch() == null
                ? List.of(vote)
                : votes.stream()
                        .filter(one -> vote.batch().equals(one.batch()) && one.state() == vote.state())
                        .toList();
    }

    public PMap<PersonId, Ballot> ballots(VoteId vote) {
        return boxes.getOrDefault(vote, HashTreePMap.empty());
    }

    public PMap<PersonId, Entry> entries(VoteId vote) {
        return entries.getOrDefault(vote, HashTreePMap.empty());
    }

    /** @param seq of the event's line in the journal */
    public Voting apply(VotingEvent event, Instant at, long seq) {
        return switch (event) {
            case VotingEvent.Prepared prepared -> plus(Vote.prepared(prepared));
            case VotingEvent.Dropped dropped -> without(dropped.voteId());
            case VotingEvent.Withdrawn withdrawn ->
                each(withdrawn.voteId(), vote -> vote.withdrawn(new Vote.Withdrawal(at, withdrawn.reason())));
            case VotingEvent.Opened opened -> each(opened.voteId(), vote -> vote.opened(opening(opened, at)));
            case VotingEvent.BallotCast cast ->
                plus(
                        cast.voteId(),
                        cast.personId(),
                        new Ballot(cast.choice(), at, seq, Boolean.TRUE.equals(cast.chair()), turn(cast), null));
            case VotingEvent.Entered entered -> plus(entered, at);
            case VotingEvent.Countersigned signed -> plus(signed, at, seq);
            case VotingEvent.EntryEnded ended -> withoutEntry(ended.voteId(), ended.personId());
            case VotingEvent.Held held -> each(held.voteId(), vote -> vote.held(new Vote.Hold(at, held.reason())));
            case VotingEvent.Resumed resumed -> each(resumed.voteId(), vote -> vote.held(null));
            case VotingEvent.Closed closed -> each(closed.voteId(), vote -> vote.closed(tally(closed), at));
            case VotingEvent.Declared declared -> each(declared.voteId(), vote -> vote.declared(at));
            case VotingEvent.Voided voided ->
                each(voided.voteId(), vote -> vote.voided(voided.reason())).withoutEntries(voided.voteId());
        };
    }

    private static int turn(VotingEvent.BallotCast cast) {
        return cast.signature() == null ? 0 : cast.signature().turn();
    }

    private static Vote.Opening opening(VotingEvent.Opened opened, Instant at) {
        return new Vote.Opening(
                at,
                new LinkedHashSet<>(opened.eligible()),
                opened.rule(),
                opened.baseSize(),
                opened.overrideReason(),
                opened.batch(),
                opened.matter(),
                opened.substitutes() == null ? List.of() : opened.substitutes(),
                opened.units() == null ? List.of() : opened.units());
    }

    private static Tally tally(VotingEvent.Closed closed) {
        return new Tally(
                closed.forCount(),
                closed.againstCount(),
                closed.abstainCount(),
                closed.notVoted(),
                closed.outcome(),
                Boolean.TRUE.equals(closed.byChair()));
    }

    private Voting plus(Vote vote) {
        var all = new ArrayList<>(votes);
        all.add(vote);
        return new Voting(all, boxes, entries);
    }

    private Voting plus(VoteId vote, PersonId person, Ballot ballot) {
        return new Voting(votes, boxes.plus(vote, ballots(vote).plus(person, ballot)), entries);
    }

    private Voting plus(VotingEvent.Entered entered, Instant at) {
        var entry = new Entry(entered.choice(), entered.reason(), entered.clerk(), entered.clerkName(), at);
        var ofVote = entries(entered.voteId()).plus(entered.personId(), entry);
        return new Voting(votes, boxes, entries.plus(entered.voteId(), ofVote));
    }

    private Voting plus(VotingEvent.Countersigned signed, Instant at, long seq) {
        var byHand = new ByHand(
                signed.clerk(),
                signed.clerkName(),
                signed.countersigner(),
                signed.countersignerName(),
                signed.reason());
        var chair = Boolean.TRUE.equals(signed.chair());
        return withoutEntry(signed.voteId(), signed.personId())
                .plus(signed.voteId(), signed.personId(), new Ballot(signed.choice(), at, seq, chair, 0, byHand));
    }

    private Voting withoutEntry(VoteId vote, PersonId person) {
        var rest = entries(vote).minus(person);
        return new Voting(votes, boxes, rest.isEmpty() ? entries.minus(vote) : entries.plus(vote, rest));
    }

    private Voting withoutEntries(VoteId vote) {
        return new Voting(votes, boxes, entries.minus(vote));
    }

    private Voting without(VoteId id) {
        return new Voting(
                votes.stream().filter(vote -> !vote.voteId().equals(id)).toList(), boxes, entries);
    }

    private Voting each(VoteId id, UnaryOperator<Vote> change) {
        return new Voting(
                votes.stream()
                        .map(vote -> vote.voteId().equals(id) ? change.apply(vote) : vote)
                        .toList(),
                boxes,
                entries);
    }
}

package plenum.server.ballots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import plenum.server.kernel.PollId;

/** All polls of the session in the order of preparation. */
public record Polls(List<Poll> polls) {
    public static final Polls NONE = new Polls(List.of());

    public Polls {
        polls = List.copyOf(polls);
    }

    public Optional<Poll> find(PollId id) {
        return polls.stream().filter(poll -> poll.pollId().equals(id)).findFirst();
    }

    /** The one whose sheets are being handed out or cast. */
    public Optional<Poll> busy() {
        return polls.stream().filter(Poll::busy).findFirst();
    }

    public boolean pending() {
        return polls.stream().anyMatch(Poll::pending);
    }

    public Polls apply(PollEvent event, Instant at) {
        return switch (event) {
            case PollEvent.Prepared prepared -> plus(Poll.prepared(prepared));
            case PollEvent.Dropped dropped ->
                new Polls(polls.stream()
                        .filter(poll -> !poll.pollId().equals(dropped.pollId()))
                        .toList());
            default -> each(event.pollId(), poll -> changed(poll, event, at));
        };
    }

    private static Poll changed(Poll poll, PollEvent event, Instant at) {
        return switch (event) {
            case PollEvent.Prepared unused -> poll;
            case PollEvent.Dropped unused -> poll;
            case PollEvent.SheetEdited edited -> poll.edited(edited.sheet());
            case PollEvent.TellersNamed named -> poll.withTellers(named.tellers());
            case PollEvent.IssueOpened opened -> poll.issuing(issue(opened, at));
            case PollEvent.Issued issued -> poll.casting(issued.handed());
            case PollEvent.BoxClosed unused -> poll.counting(new Poll.Counting(at, 1, null, List.of()));
            case PollEvent.CountKeyed keyed -> poll.counting(keyed(counting(poll), keyed, at));
            case PollEvent.Mismatched mismatched ->
                poll.counting(
                        new Poll.Counting(counting(poll).since(), mismatched.round() + 1, null, mismatched.places()));
            case PollEvent.Counted counted ->
                poll.counted(new Poll.Result(at, counted.keyedBy(), counted.count(), counted.results()));
            case PollEvent.Declared unused -> poll.declared(at);
            case PollEvent.Voided voided -> poll.voided(voided.reason());
            case PollEvent.Defined defined ->
                poll.with(electronic(poll)
                        .defined(new Electronic.Defined(defined.definition(), defined.hash(), defined.electorate())));
            case PollEvent.Taken taken ->
                poll.with(electronic(poll)
                        .taken(taken.personId(), new TakenBallot(taken.blinded(), taken.signature(), false)));
            case PollEvent.Stored stored -> poll.with(electronic(poll).stored(stored.personId()));
            case PollEvent.Approved approved ->
                poll.with(electronic(poll)
                        .approved(new Approval(
                                approved.personId(), approved.to(), approved.issued(), approved.signature())));
            case PollEvent.Moved moved -> poll.with(electronic(poll).at(moved.phase()));
            case PollEvent.Tallied tallied ->
                poll.counted(new Poll.Result(at, tallied.approvedBy(), tallied.count(), tallied.results()))
                        .with(electronic(poll).tallied(tallied.root()));
            case PollEvent.Troubled troubled -> poll.with(electronic(poll).troubled(troubled.trouble()));
        };
    }

    private static Electronic electronic(Poll poll) {
        return Objects.requireNonNull(poll.electronic(), "an electronic poll that has begun");
    }

    private static Issue issue(PollEvent.IssueOpened opened, Instant at) {
        return new Issue(
                at,
                opened.matter(),
                new LinkedHashSet<>(opened.eligible()),
                opened.totalMembers(),
                opened.overrideReason());
    }

    private static Poll.Counting keyed(Poll.Counting before, PollEvent.CountKeyed event, Instant at) {
        return new Poll.Counting(
                before.since(), event.round(), new Keyed(event.personId(), event.count(), at), before.differing());
    }

    private static Poll.Counting counting(Poll poll) {
        return Objects.requireNonNull(poll.counting(), "a poll that is counted");
    }

    private Polls plus(Poll poll) {
        var all = new ArrayList<>(polls);
        all.add(poll);
        return new Polls(all);
    }

    private Polls each(PollId id, UnaryOperator<Poll> change) {
        return new Polls(polls.stream()
                .map(poll -> poll.pollId().equals(id) ? change.apply(poll) : poll)
                .toList());
    }
}

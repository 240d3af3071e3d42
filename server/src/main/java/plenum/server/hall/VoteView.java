package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Audience;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.Matter;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;
import plenum.server.voting.Choice;
import plenum.server.voting.Entry;
import plenum.server.voting.Outcome;
import plenum.server.voting.Tally;
import plenum.server.voting.Vote;

/** A vote as one audience may see it: schema VoteView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VoteView(
        String voteId,
        String itemId,
        String title,
        String matter,
        List<BallotOption> options,
        boolean allowChange,
        Vote.State state,
        @Nullable Long openedAt,
        @Nullable Long heldAt,
        @Nullable String holdReason,
        @Nullable Long closedAt,
        @Nullable Long declaredAt,
        @Nullable Integer eligible,
        @Nullable String overrideReason,
        @Nullable String withdrawReason,
        @Nullable String voidReason,
        @Nullable String batchId,
        @Nullable Share rule,
        @Nullable Integer baseSize,
        @Nullable Long needed,
        @Nullable Live live,
        @Nullable Result result,
        @Nullable Boolean byUnits,
        @Nullable Boolean askable,
        @Nullable List<OfUnit> units,
        @Nullable List<String> voters,
        @Nullable List<EntryOf> entries,
        @Nullable List<BallotOf> ballots) {

    /** Counts of an open vote, where the matter allows it: schema VoteLive. */
    public record Live(int forCount, int againstCount, int abstainCount) {}

    /**
     * Schema VoteResult.
     *
     * @param byChair true when the chair's side decided a tie
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            int forCount,
            int againstCount,
            int abstainCount,
            int notVoted,
            int absent,
            Outcome outcome,
            @Nullable Boolean byChair) {}

    /** @param signed by the member's tablet; absent when it is not */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BallotOf(
            String personId,
            String name,
            Choice choice,
            @Nullable Boolean signed,
            @Nullable HandView byHand) {}

    /** A unit that has one answer, and the person under whom it lies: schema VoteUnit. */
    public record OfUnit(String pointId, String name, String personId) {}

    /** A choice written down that waits for a second clerk: schema VoteEntry. */
    public record EntryOf(
            String personId, String name, Choice choice, String reason, String clerk, String clerkName, long at) {}

    static VoteView of(Hall hall, Vote vote, Audience audience) {
        var opening = vote.opening();
        var matter = matter(hall.rules(), vote);
        var hold = vote.hold();
        var tally = counted(vote, audience) ? vote.tally() : null;
        var byName = tally != null && (audience == Audience.CONTROL || audience == Audience.DELEGATE);
        var withdrawn = vote.withdrawn();
        var batch = vote.batch();
        var whoVoted = audience == Audience.CONTROL && vote.state() == Vote.State.OPEN;
        return new VoteView(
                vote.voteId().value(),
                vote.itemId().value(),
                vote.title(),
                vote.matter(),
                matter.options(),
                matter.allowChange(),
                vote.state(),
                opening == null ? null : Stamps.of(opening.at()),
                hold == null ? null : Stamps.of(hold.at()),
                hold == null ? null : hold.reason(),
                Stamps.of(vote.closedAt()),
                Stamps.of(vote.declaredAt()),
                opening == null ? null : opening.eligible().size(),
                opening == null ? null : opening.overrideReason(),
                withdrawn == null ? null : withdrawn.reason(),
                vote.voidReason(),
                batch == null ? null : batch.value(),
                opening == null ? matter.pass() : opening.rule(),
                opening == null ? null : vote.baseSize(),
                opening == null ? null : opening.rule().needed(vote.baseSize()),
                vote.live() ? live(hall, vote) : null,
                tally == null || opening == null ? null : result(hall, tally, opening),
                vote.byUnits() ? true : null,
                askable(vote, matter) ? true : null,
                opening == null || !vote.byUnits() || audience != Audience.CONTROL ? null : units(opening),
                whoVoted ? voters(hall, vote) : null,
                whoVoted ? entries(hall, vote) : null,
                byName ? ballots(hall, vote) : null);
    }

    /** Counts and choices: for control from closing, for everyone else only once declared. */
    private static boolean counted(Vote vote, Audience audience) {
        return audience == Audience.CONTROL || vote.state() == Vote.State.DECLARED;
    }

    private static boolean askable(Vote vote, Matter matter) {
        return vote.state() == Vote.State.PREPARED && matter.askedOfUnits();
    }

    private static List<OfUnit> units(Vote.Opening opening) {
        return opening.units().stream()
                .map(unit -> new OfUnit(
                        unit.pointId().value(), unit.name(), unit.seat().value()))
                .toList();
    }

    private static Result result(Hall hall, Tally tally, Vote.Opening opening) {
        return new Result(
                tally.forCount(),
                tally.againstCount(),
                tally.abstainCount(),
                tally.notVoted(),
                opening.units().isEmpty()
                        ? hall.roster().size() - opening.eligible().size()
                        : 0,
                tally.outcome(),
                tally.byChair() ? Boolean.TRUE : null);
    }

    /** As fixed at opening; before, and for votes from before there were matters, what the session's rules say. */
    private static Matter matter(RuleSet rules, Vote vote) {
        var fixed = vote.opening() == null ? null : vote.opening().matter();
        return fixed != null
                ? fixed
                : rules.matter(vote.matter()).orElseGet(() -> Matter.resolution(rules.pass(), rules.allowChange()));
    }

    private static Live live(Hall hall, Vote vote) {
        var ballots = hall.voting().ballots(vote.voteId()).values();
        return new Live(
                Tally.count(ballots, Choice.FOR),
                Tally.count(ballots, Choice.AGAINST),
                Tally.count(ballots, Choice.ABSTAIN));
    }

    private static List<String> voters(Hall hall, Vote vote) {
        var ballots = hall.voting().ballots(vote.voteId());
        return voting(hall, vote).keySet().stream()
                .filter(ballots::containsKey)
                .map(PersonId::value)
                .toList();
    }

    /** Names of members, then of those who vote in another's place; or those of the units. */
    private static Map<PersonId, String> voting(Hall hall, Vote vote) {
        var names = new LinkedHashMap<PersonId, String>();
        if (vote.opening() != null && vote.byUnits()) {
            vote.opening().units().forEach(unit -> names.put(unit.seat(), unit.name()));
            return names;
        }
        hall.roster().members().forEach(member -> names.put(member.personId(), member.name()));
        if (vote.opening() != null) {
            vote.opening().substitutes().forEach(one -> names.put(one.personId(), one.named()));
        }
        return names;
    }

    private static List<BallotOf> ballots(Hall hall, Vote vote) {
        var ballots = hall.voting().ballots(vote.voteId());
        var shown = new ArrayList<BallotOf>();
        voting(hall, vote).forEach((person, name) -> {
            var ballot = ballots.get(person);
            if (ballot != null) {
                shown.add(new BallotOf(
                        person.value(),
                        name,
                        ballot.choice(),
                        ballot.turn() > 0 ? true : null,
                        HandView.of(ballot.byHand())));
            }
        });
        return List.copyOf(shown);
    }

    private static List<EntryOf> entries(Hall hall, Vote vote) {
        var entries = hall.voting().entries(vote.voteId());
        var shown = new ArrayList<EntryOf>();
        voting(hall, vote).forEach((person, name) -> {
            var entry = entries.get(person);
            if (entry != null) {
                shown.add(entry(person, name, entry));
            }
        });
        return List.copyOf(shown);
    }

    private static EntryOf entry(PersonId person, String name, Entry entry) {
        return new EntryOf(
                person.value(),
                name,
                entry.choice(),
                entry.reason(),
                entry.clerk().value(),
                entry.clerkName(),
                entry.at().toEpochMilli());
    }
}

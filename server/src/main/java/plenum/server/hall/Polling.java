package plenum.server.hall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.agenda.Item;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollCommand;
import plenum.server.ballots.PollRules;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.VoteId;
import plenum.server.screen.ScreenCommand;
import plenum.server.screen.ScreenRules;
import plenum.server.sitting.SessionState;
import plenum.server.voting.Outcome;
import plenum.server.voting.Vote;

/** Secret ballots among the other parts of the hall. */
final class Polling {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private Polling() {}

    static Decision decide(Hall hall, PollCommand command, Context context) {
        var outside = new PollRules.Outside(
                hall.sittings().state() == SessionState.ENDED,
                hall.sittings().open().isPresent(),
                hall.agenda().current(),
                hall.voting().open().isPresent(),
                () -> items(hall),
                () -> present(hall),
                vote -> passed(hall, vote),
                hall.roster(),
                hall.rules(),
                hall.rules().totalMembersOn(today(context.now())));
        return PollRules.decide(hall.polls(), command, outside, context);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, VIETNAM);
    }

    private static Set<ItemId> items(Hall hall) {
        return hall.agenda().items().all().stream().map(Item::itemId).collect(Collectors.toSet());
    }

    private static List<PersonId> present(Hall hall) {
        return hall.roster().members().stream()
                .map(Member::personId)
                .filter(hall::present)
                .toList();
    }

    private static boolean passed(Hall hall, VoteId id) {
        var vote = hall.voting().find(id).orElse(null);
        return vote != null
                && vote.state() == Vote.State.DECLARED
                && vote.tally() != null
                && vote.tally().outcome() == Outcome.PASSED;
    }

    /** An open vote, or sheets in the hall: nothing else begins or ends. */
    static boolean busy(Hall hall) {
        return hall.voting().open().isPresent() || hall.polls().busy().isPresent();
    }

    /** Results that are not declared yet: the session can't end. */
    static boolean undeclared(Hall hall) {
        return hall.polls().pending()
                || hall.voting().votes().stream().anyMatch(vote -> vote.state() == Vote.State.CLOSED);
    }

    /** Items that a vote or a poll is about. */
    static Set<ItemId> decidedItems(Hall hall) {
        return Stream.concat(
                        hall.voting().votes().stream().map(Vote::itemId),
                        hall.polls().polls().stream().map(Poll::itemId))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Of the poll that the big screen is to show. */
    static ScreenRules.PollLife life(Hall hall, ScreenCommand command) {
        var asked = command instanceof ScreenCommand.ShowScene show ? show.pollId() : null;
        return asked == null
                ? ScreenRules.PollLife.NONE
                : hall.polls()
                        .find(asked)
                        .map(poll -> poll.state() == Poll.State.DRAFT
                                ? ScreenRules.PollLife.DRAFT
                                : ScreenRules.PollLife.BEGUN)
                        .orElse(ScreenRules.PollLife.NONE);
    }
}

package plenum.server.minutes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Base;
import plenum.server.voting.VotingEvent;

/**
 * What the journal tells of one vote that was opened: the events themselves, so that no number is counted twice.
 *
 * @param closed null while the vote is open, and when it was voided before
 */
record VoteAccount(
        String title,
        VotingEvent.Opened opened,
        Instant openedAt,
        VotingEvent.@Nullable Closed closed,
        @Nullable Instant closedAt,
        @Nullable Instant declaredAt,
        VotingEvent.@Nullable Voided voided,
        @Nullable Instant voidedAt) {

    static VoteAccount opened(String title, VotingEvent.Opened event, Instant at) {
        return new VoteAccount(title, event, at, null, null, null, null, null);
    }

    VoteAccount closed(VotingEvent.Closed event, Instant at) {
        return new VoteAccount(title, opened, openedAt, event, at, declaredAt, voided, voidedAt);
    }

    VoteAccount declared(Instant at) {
        return new VoteAccount(title, opened, openedAt, closed, closedAt, at, voided, voidedAt);
    }

    VoteAccount voided(VotingEvent.Voided event, Instant at) {
        return new VoteAccount(title, opened, openedAt, closed, closedAt, declaredAt, event, at);
    }

    /** The number that the share was taken of; ballots collected are known only at closing. */
    long base(VotingEvent.Closed result) {
        var rule = opened.rule().base();
        return rule == Base.BALLOTS_COLLECTED || rule == Base.BALLOTS_VALID
                ? (long) result.forCount() + result.againstCount() + result.abstainCount()
                : opened.baseSize();
    }
}

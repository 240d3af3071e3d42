package plenum.server.voting;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Base;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.Share;
import plenum.server.kernel.VoteId;

/** A council at the table: orders in, state kept, refusals out. */
final class VotingTable {
    static final ItemId ITEM = new ItemId("nghi-quyet");
    static final ItemId HIDDEN = new ItemId("an");
    private static final Instant NOW = Instant.parse("2026-12-08T08:30:00Z");

    private final int present;
    private final RuleSet rules;
    private Voting state = Voting.NONE;
    private long seq;

    /** @param present of sixty */
    VotingTable(int present) {
        this(present, rules());
    }

    VotingTable(int present, RuleSet rules) {
        this.present = present;
        this.rules = rules;
    }

    Voting state() {
        return state;
    }

    Vote vote(VoteId id) {
        return state.find(id).orElseThrow();
    }

    /** Events that were made; an empty list when the wish was fulfilled already. @throws AssertionError refused */
    @CanIgnoreReturnValue
    List<VotingEvent> must(String by, VotingCommand command) {
        return switch (decide(by, command)) {
            case Decision.Accepted accepted ->
                accepted.events().stream()
                        .map(VotingEvent.class::cast)
                        .map(this::apply)
                        .toList();
            case Decision.Refused refused -> throw new AssertionError(refused.problem());
        };
    }

    Problem.@Nullable Code refused(String by, VotingCommand command) {
        return decide(by, command) instanceof Decision.Refused refused
                ? refused.problem().code()
                : null;
    }

    static PersonId person(int n) {
        return new PersonId("d" + n);
    }

    private VotingEvent apply(VotingEvent event) {
        state = state.apply(event, NOW.plusSeconds(seq), ++seq);
        return event;
    }

    private Decision decide(String by, VotingCommand command) {
        var outside = new VotingRules.Outside(
                false,
                true,
                false,
                LocalDate.of(2026, 12, 8),
                null,
                () -> Set.of(ITEM, HIDDEN),
                () -> Set.of(HIDDEN),
                () -> IntStream.rangeClosed(1, present)
                        .mapToObj(VotingTable::person)
                        .toList(),
                List::of,
                person(1)::equals,
                List::of,
                rules);
        return VotingRules.decide(
                state, command, outside, new Context(new PersonId(by), "Bà " + by, rolesOf(by), NOW, ""));
    }

    /** The first delegate presides. */
    private static Set<Role> rolesOf(String by) {
        if (by.equals("d1")) {
            return Set.of(Role.DELEGATE, Role.CHAIR);
        }
        return by.startsWith("d") ? Set.of(Role.DELEGATE) : Set.of(Role.SECRETARY);
    }

    static RuleSet rules() {
        return new RuleSet(
                "r",
                1,
                "Quy chế",
                LocalDate.of(2026, 1, 1),
                60,
                new Share(2, 3, false, Base.TOTAL_MEMBERS),
                new Share(1, 2, true, Base.TOTAL_MEMBERS),
                true,
                600);
    }
}

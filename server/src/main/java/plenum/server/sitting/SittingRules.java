package plenum.server.sitting;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SittingId;
import plenum.server.sitting.Sitting.State;
import plenum.server.sitting.SittingCommand.ChangeSitting;
import plenum.server.sitting.SittingCommand.DropSitting;
import plenum.server.sitting.SittingCommand.EndSession;
import plenum.server.sitting.SittingCommand.EndSitting;
import plenum.server.sitting.SittingCommand.OpenSitting;
import plenum.server.sitting.SittingCommand.PlanSitting;
import plenum.server.sitting.SittingCommand.PublishSession;
import plenum.server.sitting.SittingCommand.RenameSession;
import plenum.server.sitting.SittingCommand.TakeRules;

/** The rules of the session and its sittings. */
public final class SittingRules {
    private static final int MOST_SITTINGS = 50;

    private SittingRules() {}

    /**
     * What the other parts know.
     *
     * @param items how many items the agenda has
     * @param boundSittings sittings that an item is bound to or whose roll call was opened
     * @param approved the roll call of the sitting asked for is approved
     * @param present delegates present in the sitting asked for
     * @param needed the quorum
     * @param voteOpen a vote is open
     * @param voteUndecided a vote is closed and neither declared nor void
     */
    public record Outside(
            int items,
            Set<SittingId> boundSittings,
            boolean approved,
            long present,
            long needed,
            boolean voteOpen,
            boolean voteUndecided) {}

    public static Decision decide(Sittings state, SittingCommand command, Outside outside, Context context) {
        if (state.state() == SessionState.ENDED) {
            return Decision.refuse(SittingProblem.SESSION_ENDED, "ended at " + state.endedAt());
        }
        return switch (command) {
            case RenameSession renameSession -> rename(state, renameSession.title());
            case PublishSession unused -> publish(state, outside);
            case EndSession unused -> endSession(state, outside);
            case TakeRules take -> takeRules(state, take.rules());
            case PlanSitting plan -> plan(state, plan);
            case ChangeSitting change -> change(state, change);
            case DropSitting dropSitting -> drop(state, dropSitting.sittingId(), outside);
            case OpenSitting openSitting ->
                open(state, openSitting.sittingId(), openSitting.overrideReason(), outside, context);
            case EndSitting endSitting -> end(state, endSitting.sittingId(), outside);
        };
    }

    private static Decision rename(Sittings state, String title) {
        return title.equals(state.title())
                ? Decision.accept()
                : Decision.accept(new SittingEvent.SessionRenamed(title));
    }

    /** The same rules again change nothing. */
    private static Decision takeRules(Sittings state, RuleSet rules) {
        if (state.sittings().stream().anyMatch(sitting -> sitting.state() != State.PLANNED)) {
            return Decision.refuse(SittingProblem.RULES_FIXED, "a sitting was opened");
        }
        return rules.equals(state.rules()) ? Decision.accept() : Decision.accept(new SittingEvent.RulesTaken(rules));
    }

    private static Decision publish(Sittings state, Outside outside) {
        if (state.publishedAt() != null) {
            return Decision.refuse(SittingProblem.ALREADY_PUBLISHED, "published at " + state.publishedAt());
        }
        if (state.sittings().isEmpty() || outside.items == 0) {
            return Decision.refuse(
                    SittingProblem.NOTHING_TO_PUBLISH,
                    "sittings " + state.sittings().size() + ", items " + outside.items);
        }
        return Decision.accept(new SittingEvent.SessionPublished());
    }

    private static Decision endSession(Sittings state, Outside outside) {
        var ended = !state.sittings().isEmpty()
                && state.sittings().stream().allMatch(sitting -> sitting.state() == State.ENDED);
        if (!ended) {
            return Decision.refuse(SittingProblem.SITTINGS_NOT_ENDED, "state " + state.state());
        }
        if (outside.voteUndecided) {
            return Decision.refuse(SittingProblem.VOTE_UNDECIDED, "a closed vote is not declared");
        }
        return Decision.accept(new SittingEvent.SessionEnded());
    }

    private static Decision plan(Sittings state, PlanSitting plan) {
        if (state.find(plan.sittingId()).isPresent()) {
            return Decision.refuse(SittingProblem.SITTING_EXISTS, "sitting " + plan.sittingId());
        }
        if (state.sittings().size() >= MOST_SITTINGS) {
            return Decision.refuse(SittingProblem.TOO_MANY_SITTINGS, "at most " + MOST_SITTINGS);
        }
        return Decision.accept(
                new SittingEvent.SittingPlanned(plan.sittingId(), plan.title(), plan.date(), plan.startsAt()));
    }

    private static Decision change(Sittings state, ChangeSitting change) {
        var problem = notPlanned(state, change.sittingId());
        return problem != null
                ? problem
                : Decision.accept(new SittingEvent.SittingChanged(
                        change.sittingId(), change.title(), change.date(), change.startsAt()));
    }

    private static Decision drop(Sittings state, SittingId id, Outside outside) {
        var problem = notPlanned(state, id);
        if (problem != null) {
            return problem;
        }
        return outside.boundSittings.contains(id)
                ? Decision.refuse(SittingProblem.SITTING_IN_USE, "sitting " + id)
                : Decision.accept(new SittingEvent.SittingDropped(id));
    }

    private static @Nullable Decision notPlanned(Sittings state, SittingId id) {
        var sitting = state.find(id);
        if (sitting.isEmpty()) {
            return Decision.refuse(SittingProblem.NO_SUCH_SITTING, "sitting " + id);
        }
        return sitting.get().state() == State.PLANNED
                ? null
                : Decision.refuse(
                        SittingProblem.SITTING_NOT_PLANNED,
                        "state " + sitting.get().state());
    }

    private static Decision open(
            Sittings state, SittingId id, @Nullable String reason, Outside outside, Context context) {
        var problem = notPlanned(state, id);
        if (problem != null) {
            return problem;
        }
        if (state.publishedAt() == null) {
            return Decision.refuse(SittingProblem.NOT_PUBLISHED, "a draft");
        }
        if (state.open().isPresent()) {
            return Decision.refuse(
                    SittingProblem.ANOTHER_SITTING_OPEN,
                    "sitting " + state.open().get().sittingId());
        }
        var quorum = outside.present >= outside.needed;
        if (outside.approved && quorum) {
            return Decision.accept(new SittingEvent.SittingOpened(id, outside.present, outside.needed, null));
        }
        if (reason != null && context.roles().contains(Role.CHAIR)) {
            return Decision.accept(new SittingEvent.SittingOpened(id, outside.present, outside.needed, reason));
        }
        return Decision.refuse(
                outside.approved ? SittingProblem.NO_QUORUM : SittingProblem.ROLL_CALL_NOT_APPROVED,
                "present " + outside.present + " of " + outside.needed + " needed");
    }

    private static Decision end(Sittings state, SittingId id, Outside outside) {
        var sitting = state.find(id);
        if (sitting.isEmpty()) {
            return Decision.refuse(SittingProblem.NO_SUCH_SITTING, "sitting " + id);
        }
        if (sitting.get().state() != State.OPEN) {
            return Decision.refuse(
                    SittingProblem.SITTING_NOT_OPEN, "state " + sitting.get().state());
        }
        if (outside.voteOpen) {
            return Decision.refuse(SittingProblem.VOTE_IS_OPEN, "close or void it first");
        }
        return Decision.accept(new SittingEvent.SittingEnded(id));
    }
}

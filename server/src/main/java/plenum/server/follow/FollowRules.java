package plenum.server.follow;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plenum.server.follow.FollowCommand.Start;
import plenum.server.follow.FollowCommand.Stop;
import plenum.server.follow.FollowCommand.Turn;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SittingId;

/** The rules of follow mode. */
public final class FollowRules {
    /** Each page turned is an entry of the journal: a presenter who leafs writes four a second at most. */
    private static final Duration BETWEEN_TURNS = Duration.ofMillis(250);

    private FollowRules() {}

    /**
     * What the other parts know.
     *
     * @param sitting the open one
     * @param speaker who has the floor
     * @param shown what is presented at this moment
     * @param nameOf a member's name
     * @param pages of the paper that the command is about, which the presenter may open; chair and secretary are asked
     *     for with no presenter
     */
    public record Outside(
            @Nullable SittingId sitting,
            @Nullable PersonId speaker,
            Optional<Presentation> shown,
            Function<PersonId, Optional<String>> nameOf,
            Function<Optional<PersonId>, OptionalInt> pages) {}

    public static Decision decide(FollowCommand command, Outside outside, Context context) {
        if (outside.sitting == null) {
            return Decision.refuse(FollowProblem.NO_SITTING_OPEN, "open a sitting first");
        }
        return switch (command) {
            case Start start -> start(start, outside.sitting, outside, context);
            case Turn turn -> turn(turn.page(), outside, context);
            case Stop unused -> stop(outside, context);
        };
    }

    private static Decision start(Start start, SittingId sitting, Outside outside, Context context) {
        var presenter = start.presenter() == null ? context.by() : start.presenter();
        if (!presides(context) && !(presenter.equals(context.by()) && presenter.equals(outside.speaker))) {
            return Decision.refuse(FollowProblem.NOT_YOUR_FLOOR, "speaker " + outside.speaker);
        }
        var named = !presenter.equals(context.by());
        var name = named ? outside.nameOf.apply(presenter) : Optional.of(context.name());
        if (name.isEmpty()) {
            return Decision.refuse(FollowProblem.NO_SUCH_PRESENTER, "person " + presenter);
        }
        var bound = named || !presides(context);
        var pages = outside.pages.apply(bound ? Optional.of(presenter) : Optional.empty());
        if (pages.isEmpty()) {
            return Decision.refuse(FollowProblem.NO_SUCH_PAPER, "paper " + start.paperId());
        }
        if (start.page() > pages.getAsInt()) {
            return Decision.refuse(FollowProblem.BAD_PAGE, "page 1 to " + pages.getAsInt());
        }
        var event = new FollowEvent.Started(
                start.paperId(), start.page(), presenter, name.get(), !presides(context), sitting);
        return outside.shown.filter(now -> same(now, event)).isPresent() ? Decision.accept() : Decision.accept(event);
    }

    private static boolean same(Presentation now, FollowEvent.Started event) {
        return now.paperId().equals(event.paperId())
                && now.page() == event.page()
                && now.presenter().equals(event.personId())
                && now.byFloor() == event.byFloor();
    }

    private static Decision turn(int page, Outside outside, Context context) {
        if (outside.shown.isEmpty()) {
            return Decision.refuse(FollowProblem.NOTHING_SHOWN, "start first");
        }
        var shown = outside.shown.get();
        if (!leads(shown, context)) {
            return Decision.refuse(FollowProblem.NOT_PRESENTER, "presenter " + shown.presenter());
        }
        var pages = outside.pages.apply(Optional.empty());
        if (pages.isEmpty() || page > pages.getAsInt()) {
            return Decision.refuse(FollowProblem.BAD_PAGE, "page 1 to " + pages.orElse(0));
        }
        if (page == shown.page()) {
            return Decision.accept();
        }
        return context.now().isBefore(shown.turnedAt().plus(BETWEEN_TURNS))
                ? Decision.refuse(FollowProblem.TOO_FAST, "turned at " + shown.turnedAt())
                : Decision.accept(new FollowEvent.Turned(page));
    }

    private static Decision stop(Outside outside, Context context) {
        if (outside.shown.isEmpty()) {
            return Decision.accept();
        }
        return leads(outside.shown.get(), context)
                ? Decision.accept(new FollowEvent.Stopped())
                : Decision.refuse(
                        FollowProblem.NOT_PRESENTER,
                        "presenter " + outside.shown.get().presenter());
    }

    private static boolean leads(Presentation shown, Context context) {
        return presides(context) || shown.presenter().equals(context.by());
    }

    private static boolean presides(Context context) {
        return context.roles().contains(Role.CHAIR) || context.roles().contains(Role.SECRETARY);
    }
}

package plenum.server.hall;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.AgendaEvent;
import plenum.server.agenda.Paper;
import plenum.server.follow.FollowCommand;
import plenum.server.follow.FollowEvent;
import plenum.server.follow.FollowRules;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.Member;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;
import plenum.server.sitting.Sitting;

/** What the rules of follow mode need to know of the other parts. */
final class Presenting {
    private Presenting() {}

    static Decision decide(Hall hall, FollowCommand command, Context context) {
        var paper = asked(hall, command);
        var outside = new FollowRules.Outside(
                hall.sittings().open().map(Sitting::sittingId).orElse(null),
                hall.speaker(),
                FollowView.presented(hall),
                person -> hall.roster().find(person).map(Member::name),
                presenter -> pages(hall, paper, presenter));
        return FollowRules.decide(command, outside, context);
    }

    private static @Nullable PaperId asked(Hall hall, FollowCommand command) {
        var last = hall.follow().last();
        return switch (command) {
            case FollowCommand.Start start -> start.paperId();
            case FollowCommand.Turn unused -> last == null ? null : last.paperId();
            case FollowCommand.Stop unused -> null;
        };
    }

    private static OptionalInt pages(Hall hall, @Nullable PaperId asked, Optional<PersonId> presenter) {
        if (asked == null || !hall.agenda().shows(asked)) {
            return OptionalInt.empty();
        }
        return hall.agenda()
                .items()
                .find(asked)
                .filter(Paper::open)
                .filter(paper -> presenter.isEmpty() || opens(hall, paper, presenter.get()))
                .map(paper -> OptionalInt.of(paper.file().pages()))
                .orElse(OptionalInt.empty());
    }

    private static boolean opens(Hall hall, Paper paper, PersonId person) {
        return hall.roster()
                .find(person)
                .filter(member -> PaperRights.shared(paper, Audience.DELEGATE) || PaperRights.own(paper, member))
                .isPresent();
    }

    /** A presented paper that these events take off the agenda is no longer presented. */
    static List<SessionEvent> ends(Hall hall, List<SessionEvent> events) {
        var last = hall.follow().last();
        return last != null && events.stream().anyMatch(event -> takes(event, last.paperId()))
                ? List.of(new FollowEvent.Stopped())
                : List.of();
    }

    private static boolean takes(SessionEvent event, PaperId paper) {
        return switch (event) {
            case AgendaEvent.PaperDetached detached -> detached.paperId().equals(paper);
            case AgendaEvent.PaperRecalled recalled -> recalled.paperId().equals(paper);
            default -> false;
        };
    }
}

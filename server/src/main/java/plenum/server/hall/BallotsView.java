package plenum.server.hall;

import java.util.List;
import plenum.server.ballots.Poll;
import plenum.server.kernel.Audience;

/** The polls of the items that the audience sees; drafts are control's alone: schema BallotsView. */
public record BallotsView(List<PollView> polls) {

    static BallotsView of(Hall hall, Audience audience) {
        return new BallotsView(hall.polls().polls().stream()
                .filter(poll -> shows(hall, poll, audience))
                .map(poll -> PollView.of(hall, poll, audience))
                .toList());
    }

    static boolean shows(Hall hall, Poll poll, Audience audience) {
        return audience == Audience.CONTROL
                || (poll.state() != Poll.State.DRAFT
                        && !hall.agenda().items().hidden().contains(poll.itemId()));
    }
}

package plenum.server.hall;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.ballots.Poll;
import plenum.server.ballots.Polls;
import plenum.server.kernel.Audience;

/** The poll that the big screen shows by itself. */
final class PollScene {
    private PollScene() {}

    /**
     * First that fits: sheets are handed out or cast; the current item's poll is counted or waits to be declared while
     * nobody speaks; it was declared after the item was opened, with no speech since.
     *
     * @param voteDeclaredAt when the newest vote was declared: the newer of the two is shown
     */
    static Optional<Poll> of(Hall hall, @Nullable Instant voteDeclaredAt) {
        Polls polls = hall.polls();
        return polls.busy()
                .or(() -> hall.floor().speech() != null ? Optional.empty() : counted(hall))
                .or(() -> declared(hall).filter(poll -> newer(poll, voteDeclaredAt)))
                .filter(poll -> BallotsView.shows(hall, poll, Audience.SCREEN));
    }

    private static Optional<Poll> counted(Hall hall) {
        return hall.polls().polls().stream()
                .filter(poll ->
                        poll.pending() && poll.itemId().equals(hall.agenda().current()))
                .findFirst();
    }

    private static Optional<Poll> declared(Hall hall) {
        var since = hall.agenda().since();
        var granted = hall.floor().lastGrantedAt();
        return hall.polls().polls().stream()
                .filter(poll -> poll.declaredAt() != null && since != null)
                .filter(poll -> !at(poll).isBefore(since) && (granted == null || granted.isBefore(at(poll))))
                .max(Comparator.comparing(PollScene::at));
    }

    private static Instant at(Poll poll) {
        return poll.declaredAt() == null ? Instant.MIN : poll.declaredAt();
    }

    private static boolean newer(Poll poll, @Nullable Instant voteDeclaredAt) {
        return voteDeclaredAt == null || !at(poll).isBefore(voteDeclaredAt);
    }
}

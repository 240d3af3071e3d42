package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.ballots.Poll;
import plenum.server.kernel.Audience;
import plenum.server.kernel.VoteId;
import plenum.server.screen.AutomaticScene;
import plenum.server.screen.Scene;
import plenum.server.screen.Screen;
import plenum.server.sitting.Sitting;
import plenum.server.voting.Vote;

/** The big screen's scene: schema ScreenView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScreenView(
        Mode mode,
        Scene scene,
        @Nullable String voteId,
        @Nullable String pollId) {
    /** Whether someone chose the scene. */
    public enum Mode {
        AUTOMATIC,
        PINNED
    }

    /**
     * A pinned scene of a vote or poll that the screen may not see (dropped, or its item hidden) gives way to the
     * automatic one.
     */
    static ScreenView of(Hall hall) {
        var pinned = hall.screen();
        var scene = pinned.pinned();
        return scene != null && seen(hall, pinned)
                ? new ScreenView(Mode.PINNED, scene, value(pinned), poll(pinned))
                : automatic(hall);
    }

    private static ScreenView automatic(Hall hall) {
        var now = now(hall);
        var poll = now.vote() != null ? Optional.<Poll>empty() : PollScene.of(hall, now.declaredAt());
        if (poll.isPresent()) {
            return new ScreenView(
                    Mode.AUTOMATIC, Scene.POLL, null, poll.get().pollId().value());
        }
        var screen = AutomaticScene.of(now);
        return new ScreenView(
                Mode.AUTOMATIC, Objects.requireNonNullElse(screen.pinned(), Scene.IDLE), value(screen), null);
    }

    private static AutomaticScene.Now now(Hall hall) {
        var declared = hall.voting().votes().stream()
                .filter(vote -> vote.state() == Vote.State.DECLARED && seen(hall, vote.voteId()))
                .max(Comparator.comparing(vote -> Objects.requireNonNull(vote.declaredAt())))
                .orElse(null);
        return new AutomaticScene.Now(
                vote(hall),
                declared == null ? null : declared.voteId(),
                declared == null ? null : declared.declaredAt(),
                hall.agenda().since(),
                hall.floor().lastGrantedAt(),
                hall.floor().speech() != null,
                hall.sittings().sittings().stream().anyMatch(sitting -> calls(hall, sitting)),
                hall.sittings().open().isPresent());
    }

    /**
     * The open vote, else one of the current item, or of a batch, that is closed and waits to be declared while nobody
     * speaks.
     */
    private static @Nullable VoteId vote(Hall hall) {
        return hall.voting()
                .open()
                .or(() -> hall.voting().votes().stream()
                        .filter(vote -> vote.state() == Vote.State.CLOSED
                                && (vote.batch() != null
                                        || vote.itemId().equals(hall.agenda().current())))
                        .filter(vote -> hall.floor().speech() == null && seen(hall, vote.voteId()))
                        .findFirst())
                .map(Vote::voteId)
                .orElse(null);
    }

    /** While it is called, and with the approved number on the wall until the sitting opens. */
    private static boolean calls(Hall hall, Sitting sitting) {
        return switch (hall.rollCall(sitting.sittingId()).state()) {
            case CLOSED -> false;
            case OPEN -> sitting.state() != Sitting.State.ENDED;
            case APPROVED -> sitting.state() == Sitting.State.PLANNED;
        };
    }

    private static boolean seen(Hall hall, Screen pinned) {
        return (pinned.voteId() == null || seen(hall, pinned.voteId()))
                && (pinned.pollId() == null
                        || hall.polls()
                                .find(pinned.pollId())
                                .filter(poll -> BallotsView.shows(hall, poll, Audience.SCREEN))
                                .isPresent());
    }

    private static @Nullable String poll(Screen screen) {
        return screen.pollId() == null ? null : screen.pollId().value();
    }

    private static boolean seen(Hall hall, VoteId id) {
        var hidden = hall.agenda().items().hidden();
        return hall.voting()
                .find(id)
                .filter(vote -> !hidden.contains(vote.itemId()))
                .isPresent();
    }

    private static @Nullable String value(Screen screen) {
        return screen.voteId() == null ? null : screen.voteId().value();
    }
}

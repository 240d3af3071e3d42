package plenum.server.sitting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.SittingId;

/** One sitting (phiên họp) of the session. */
public record Sitting(
        SittingId sittingId,
        String title,
        LocalDate date,
        Instant startsAt,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt) {

    /** A sitting's life. */
    public enum State {
        PLANNED,
        OPEN,
        ENDED
    }

    public State state() {
        if (endedAt != null) {
            return State.ENDED;
        }
        return openedAt == null ? State.PLANNED : State.OPEN;
    }

    Sitting changed(String newTitle, LocalDate newDate, Instant newStart) {
        return new Sitting(sittingId, newTitle, newDate, newStart, openedAt, endedAt);
    }

    Sitting opened(Instant at) {
        return new Sitting(sittingId, title, date, startsAt, at, endedAt);
    }

    Sitting ended(Instant at) {
        return new Sitting(sittingId, title, date, startsAt, openedAt, at);
    }
}

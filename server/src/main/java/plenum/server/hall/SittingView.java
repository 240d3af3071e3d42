package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import plenum.server.sitting.Sitting;

/** A sitting as shown: schema SittingView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SittingView(
        String sittingId,
        String title,
        String date,
        long startsAt,
        Sitting.State state,
        @Nullable Long openedAt,
        @Nullable Long endedAt) {

    public static SittingView of(Sitting sitting) {
        return new SittingView(
                sitting.sittingId().value(),
                sitting.title(),
                sitting.date().toString(),
                sitting.startsAt().toEpochMilli(),
                sitting.state(),
                Stamps.of(sitting.openedAt()),
                Stamps.of(sitting.endedAt()));
    }
}

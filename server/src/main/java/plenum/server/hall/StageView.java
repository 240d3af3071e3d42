package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PersonId;
import plenum.server.stage.Layout;

/**
 * What everybody sees of the online room, and for those who conduct what is prepared: schema StageView.
 *
 * @param air absent: each chooses
 * @param since when it went on air
 * @param preview for control and technician only
 * @param called who may talk besides the one who has the floor
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StageView(
        @Nullable Shown air, @Nullable Long since, @Nullable Shown preview, List<String> called) {

    /** @param seconds of each in a rotation */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            Layout.Kind kind,
            List<String> persons,
            @Nullable Integer seconds) {
        static @Nullable Shown of(@Nullable Layout layout) {
            return layout == null ? null : new Shown(layout.kind(), values(layout.persons()), layout.seconds());
        }
    }

    static StageView of(Hall hall, Audience audience) {
        var stage = hall.stage();
        return new StageView(
                Shown.of(stage.air()),
                Stamps.of(stage.since()),
                conducts(audience) ? Shown.of(stage.preview()) : null,
                values(stage.called()));
    }

    private static boolean conducts(Audience audience) {
        return audience == Audience.CONTROL || audience == Audience.TECHNICIAN;
    }

    private static List<String> values(List<PersonId> persons) {
        return persons.stream().map(PersonId::value).toList();
    }
}

package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Audience;

/** Who speaks and who waits, first come first: schema FloorView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FloorView(@Nullable SpeakerView speech, List<SpeakerView> queue) {

    static FloorView of(Hall hall, Audience audience) {
        var floor = hall.floor();
        var speech = floor.speech();
        var speaker = speech == null ? null : SpeakerView.of(hall, speech);
        var queue = audience == Audience.GUEST
                ? List.<SpeakerView>of()
                : floor.queue().stream().map(hand -> SpeakerView.of(hall, hand)).toList();
        return new FloorView(speaker, queue);
    }
}

package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.floor.Floor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Roster;

/** Who speaks and who waits, first come first: schema FloorView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FloorView(@Nullable SpeakerView speech, List<SpeakerView> queue) {

    static FloorView of(Floor floor, Roster roster, Audience audience) {
        var speech = floor.speech();
        var speaker = speech == null ? null : SpeakerView.of(roster, speech.personId(), speech.since(), speech.until());
        var queue = audience == Audience.GUEST
                ? List.<SpeakerView>of()
                : floor.queue().stream()
                        .map(hand -> SpeakerView.of(roster, hand.personId(), hand.since(), null))
                        .toList();
        return new FloorView(speaker, queue);
    }
}

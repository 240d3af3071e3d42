package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Agenda;
import plenum.server.kernel.Audience;
import plenum.server.kernel.ItemId;

/** Where the hall stands in the agenda: schema NowView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NowView(@Nullable String itemId, @Nullable Long since, List<String> done) {

    static NowView of(Agenda agenda, Audience audience) {
        var hidden = agenda.items().hidden();
        var done = agenda.done().stream()
                .filter(item -> audience == Audience.CONTROL || !hidden.contains(item))
                .map(ItemId::value)
                .toList();
        var current = agenda.current();
        return new NowView(current == null ? null : current.value(), Stamps.of(agenda.since()), done);
    }
}

package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Item;
import plenum.server.agenda.ItemKind;
import plenum.server.kernel.Audience;

/**
 * An agenda item as shown: schema ItemView.
 *
 * @param number 3 or 3.2; "-" for an item that only secretary and chair see
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemView(
        String itemId,
        @Nullable String parentId,
        String number,
        String title,
        ItemKind kind,
        @Nullable String presenter,
        @Nullable Integer minutes,
        @Nullable String sittingId,
        boolean hidden,
        @Nullable String resolution,
        List<PaperView> papers) {

    static ItemView of(Item item, String number, Audience audience) {
        var facts = item.facts();
        var parent = item.parentId();
        var sitting = facts.sittingId();
        return new ItemView(
                item.itemId().value(),
                parent == null ? null : parent.value(),
                number,
                facts.title(),
                facts.kind(),
                facts.presenter(),
                facts.minutes(),
                sitting == null ? null : sitting.value(),
                facts.hidden(),
                facts.resolution(),
                papers(item, audience));
    }

    private static List<PaperView> papers(Item item, Audience audience) {
        return item.papers().stream()
                .filter(paper -> PaperRights.shared(paper, audience))
                .map(paper -> PaperView.shared(paper, audience))
                .toList();
    }
}

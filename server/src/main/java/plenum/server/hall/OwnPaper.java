package plenum.server.hall;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plenum.server.agenda.Item;
import plenum.server.agenda.Paper;
import plenum.server.kernel.Audience;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;

/**
 * A paper that one member sees and others do not: schema OwnPaper.
 *
 * @param index its place among those papers of the item that this member sees
 */
public record OwnPaper(String itemId, int index, PaperView paper) {

    static List<OwnPaper> of(Hall hall, Member member) {
        var items = hall.agenda().items();
        if (items.papers().noneMatch(paper -> PaperRights.own(paper, member))) {
            return List.of();
        }
        var hidden = items.hidden();
        return items.all().stream()
                .filter(item -> !hidden.contains(item.itemId()))
                .flatMap(item -> of(item, member).stream())
                .toList();
    }

    private static List<OwnPaper> of(Item item, Member member) {
        var own = new ArrayList<OwnPaper>();
        var index = 0;
        for (var paper : item.papers()) {
            if (PaperRights.own(paper, member)) {
                own.add(own(item.itemId(), index++, paper, member));
            } else if (PaperRights.shared(paper, Audience.DELEGATE)) {
                index++;
            }
        }
        return own;
    }

    private static OwnPaper own(ItemId item, int index, Paper paper, Member member) {
        return new OwnPaper(item.value(), index, PaperView.own(paper, member));
    }

    /** Members who see other papers of their own than before. */
    static Set<PersonId> changed(Hall before, Hall after) {
        var people = new LinkedHashSet<PersonId>();
        if (before.agenda().items() == after.agenda().items() || (!anyRestricted(before) && !anyRestricted(after))) {
            return people;
        }
        for (var member : after.roster().members()) {
            if (!of(before, member).equals(of(after, member))) {
                people.add(member.personId());
            }
        }
        return people;
    }

    private static boolean anyRestricted(Hall hall) {
        return hall.agenda().items().papers().anyMatch(paper -> paper.reach().restricted());
    }
}

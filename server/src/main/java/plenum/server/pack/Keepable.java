package plenum.server.pack;

import java.util.List;
import plenum.server.agenda.Paper;
import plenum.server.hall.Hall;
import plenum.server.kernel.PersonId;

/** Which papers of a session a member may have on a tablet. */
final class Keepable {
    private Keepable() {}

    /** In the order of the agenda. */
    static List<Paper> papers(Hall hall, PersonId person) {
        var hidden = hall.agenda().items().hidden();
        return hall.agenda().items().all().stream()
                .filter(item -> !hidden.contains(item.itemId()))
                .flatMap(item -> item.papers().stream())
                .toList();
    }
}

package plenum.server.pack;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import plenum.server.agenda.Paper;
import plenum.server.hall.Hall;
import plenum.server.hall.PaperRights;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PersonId;

/** Which papers of a session a member may have on a tablet. */
final class Keepable {
    private static final Set<Audience> AS = Set.of(Audience.DELEGATE);

    private Keepable() {}

    /** In the order of the agenda; confidential ones are kept by no tablet. */
    static List<Paper> papers(Hall hall, PersonId person, Instant now) {
        return hall.agenda().items().all().stream()
                .flatMap(item -> item.papers().stream())
                .filter(paper -> !paper.reach().confidential())
                .filter(paper -> PaperRights.mayOpen(hall, AS, person, paper, paper.version(), now))
                .toList();
    }
}

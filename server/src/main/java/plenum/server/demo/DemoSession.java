package plenum.server.demo;

import java.util.List;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.SessionId;

/**
 * A regular session with its agenda, depth first, and its papers in reading order.
 *
 * @param number which session of the term
 */
public record DemoSession(
        SessionId id,
        BodyId body,
        String title,
        int number,
        List<DemoSitting> sittings,
        List<DemoItem> items,
        List<DemoPaper> papers) {
    public DemoSession {
        sittings = List.copyOf(sittings);
        items = List.copyOf(items);
        papers = List.copyOf(papers);
    }
}

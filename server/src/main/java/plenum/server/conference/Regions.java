package plenum.server.conference;

import plenum.server.hall.Hall;
import plenum.server.kernel.PersonId;

/** Where in the tree of media bridges people are. Must not block. */
@FunctionalInterface
public interface Regions {
    /** @return the region of the person's point in that session; empty: at the root */
    String of(Hall hall, PersonId person);
}

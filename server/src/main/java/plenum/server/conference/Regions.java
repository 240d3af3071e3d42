package plenum.server.conference;

import plenum.server.hall.Hall;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;

/** Where in the tree of media bridges people are. Must not block. */
@FunctionalInterface
public interface Regions {
    /** @return the region of the person's point in that session; empty: at the root */
    String of(Hall hall, PersonId person);

    /** @return of one who watches and may be of no point: that of the own unit */
    default String of(Hall hall, Actor actor) {
        return of(hall, actor.person());
    }
}

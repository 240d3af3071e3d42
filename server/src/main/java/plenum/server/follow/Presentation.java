package plenum.server.follow;

import java.time.Instant;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SittingId;

/**
 * A paper that is presented, and the page where its presenter is.
 *
 * @param page from 1
 * @param name of the presenter
 * @param byFloor the presenter may because of the floor, and only as long
 * @param since when it began
 * @param turnedAt when the page was last turned, or it began
 */
public record Presentation(
        PaperId paperId,
        int page,
        PersonId presenter,
        String name,
        boolean byFloor,
        SittingId sittingId,
        Instant since,
        Instant turnedAt) {
    Presentation turned(int to, Instant at) {
        return new Presentation(paperId, to, presenter, name, byFloor, sittingId, since, at);
    }
}

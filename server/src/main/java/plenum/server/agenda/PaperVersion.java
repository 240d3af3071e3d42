package plenum.server.agenda;

import java.time.Instant;

/**
 * A version of a paper that a newer one has taken the place of.
 *
 * @param at when it was attached
 * @param reach for whom it was when it was replaced
 * @param seen whether it could be seen by anyone but secretary and chair
 */
public record PaperVersion(PaperFile file, Instant at, Reach reach, boolean seen) {}

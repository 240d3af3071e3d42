package plenum.server.ballots;

/**
 * The sheets that were handed out.
 *
 * @param issued one for each delegate who took one
 * @param spoiled given back torn or wrongly marked, each replaced by a fresh one; not among the issued
 */
public record Handed(int issued, int spoiled) {}

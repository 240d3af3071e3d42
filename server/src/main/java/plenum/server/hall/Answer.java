package plenum.server.hall;

import plenum.server.kernel.Problem;

/** What the hall says to an order. */
public sealed interface Answer {
    /** @param seq of the last entry that the command made; without entries the sequence it was decided at */
    record Done(long seq) implements Answer {}

    /** Nothing was changed by it. */
    record Refused(Problem problem) implements Answer {}
}

package plenum.server.kernel;

/** What a deliberating body is. */
public enum BodyKind {
    /** People's Council (HĐND): nobody stands in for a delegate. */
    COUNCIL,
    /** People's Committee (UBND): an absent member may send a substitute. */
    COMMITTEE
}

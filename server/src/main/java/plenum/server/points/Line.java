package plenum.server.points;

/** Whether a point's technician is in the room. */
public enum Line {
    NEVER,
    IN,
    /** The connection was gone too long; the point keeps its place. */
    LOST,
    LEFT
}

package plenum.server.points;

/** How fit a point is; the best first. */
public enum Grade {
    GREEN,
    AMBER,
    RED;

    Grade worse(Grade other) {
        return compareTo(other) < 0 ? other : this;
    }
}

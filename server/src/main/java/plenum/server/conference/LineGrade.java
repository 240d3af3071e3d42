package plenum.server.conference;

import plenum.media.api.LineQuality;

/** How good a line is, for people: 1 bad to 4 good. */
final class LineGrade {
    static final int LOST = 0;
    static final int GOOD = 4;

    private LineGrade() {}

    /** The worst of what is lost, how long packets travel and what the line carries decides. */
    static int of(LineQuality line) {
        var lost = grade(Math.max(line.upLost(), line.downLost()), 0.02, 0.05, 0.10);
        var slow = grade(line.roundTripMs(), 200, 400, 800);
        var carries = line.downEstimateBps() == 0 ? Long.MAX_VALUE : line.downEstimateBps(); // 0: not known yet
        var narrow = grade(-carries, -500_000, -250_000, -100_000);
        return Math.min(lost, Math.min(slow, narrow));
    }

    private static int grade(double value, double good, double fair, double poor) {
        if (value <= good) return GOOD;
        if (value <= fair) return 3;
        return value <= poor ? 2 : 1;
    }
}

package plenum.server.conference;

import plenum.media.api.LineQuality;
import plenum.server.kernel.PointId;
import plenum.server.points.LineMeasured;

/** Sums up what the bridge tells of one line. */
final class LineLog {
    private static final int SECONDS = 2; // from one telling to the next
    private static final int POOR = 2;

    private int told;
    private double upBps;
    private double downBps;
    private double upLost;
    private double downLost;
    private double worstLost;
    private int trips;
    private long tripsMs;
    private int worstMs;
    private int poor;

    void add(LineQuality line) {
        told++;
        upBps += line.upBps();
        downBps += line.downBps();
        upLost += line.upLost();
        downLost += line.downLost();
        worstLost = Math.max(worstLost, Math.max(line.upLost(), line.downLost()));
        if (LineGrade.of(line) <= POOR) poor++;
        if (line.roundTripMs() < 0) return;
        trips++;
        tripsMs += line.roundTripMs();
        worstMs = Math.max(worstMs, line.roundTripMs());
    }

    /** At least one was added. */
    LineMeasured of(PointId point) {
        return new LineMeasured(
                point,
                told * SECONDS,
                mean(upBps / 1_000),
                mean(downBps / 1_000),
                mean(upLost * 1_000),
                mean(downLost * 1_000),
                (int) Math.round(worstLost * 1_000),
                trips == 0 ? 0 : Math.max(1, (int) (tripsMs / trips)),
                worstMs,
                poor * SECONDS);
    }

    private int mean(double sum) {
        return (int) Math.round(sum / told);
    }
}

package plenum.server.minutes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.floor.FloorEvent;
import plenum.server.hall.Hall;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SessionId;
import plenum.server.points.Line;
import plenum.server.points.LineMeasured;
import plenum.server.points.Point;
import plenum.server.points.PointEvent;
import plenum.server.points.Points;
import plenum.server.sitting.Sitting;
import plenum.server.stage.StageEvent;

/**
 * How the points of a conference took part, as the session's journal tells it. Pure.
 *
 * @param sittings those that were opened, in that order
 * @param rows of the points that are invited now, the highest level first
 */
record PointReport(Instant until, List<Sitting> sittings, List<Row> rows) {

    /**
     * A point's way through the conference.
     *
     * @param joinedAt when it was first in the room; absent: never
     * @param late after the opening of the first sitting; zero: in time, or never in the room
     * @param lost how often its connection was gone too long
     * @param away for how long, from when that was noticed until it was back or the room closed
     * @param called how often it was given the floor or called to talk
     * @param onStage for how long it was shown large to everybody
     * @param line absent: nothing was measured
     */
    record Row(
            Point point,
            @Nullable Instant joinedAt,
            Duration late,
            Duration inRoom,
            int lost,
            Duration away,
            int called,
            Duration onStage,
            @Nullable LineMeasured line) {}

    /** @param entries all from the first */
    static PointReport of(SessionId session, List<JournalEntry> entries, Instant now) {
        var fold = new Fold(Hall.start(session, entries.getFirst()));
        entries.stream().skip(1).forEach(fold::hear);
        return fold.report(now);
    }

    private static final class Count {
        private @Nullable Instant joinedAt;
        private Duration inRoom = Duration.ZERO;
        private int lost;
        private Duration away = Duration.ZERO;
        private int called;
        private Duration onStage = Duration.ZERO;
        private @Nullable LineMeasured line;

        private Row row(Point point, Optional<Instant> begin) {
            var late = begin.filter(start -> joinedAt != null && joinedAt.isAfter(start))
                    .map(start -> Duration.between(start, joinedAt))
                    .orElse(Duration.ZERO);
            return new Row(point, joinedAt, late, inRoom, lost, away, called, onStage, line);
        }
    }

    private static final class Fold {
        private final Map<PointId, Count> counts = new HashMap<>();
        private Hall hall;

        private Fold(Hall start) {
            hall = start;
        }

        private void hear(JournalEntry entry) {
            pass(entry.at());
            var before = hall.points();
            hall = hall.apply(entry);
            if (hall.points() != before) {
                lines(before, hall.points(), entry.at());
            }
            happened(entry.event());
        }

        /** What lasted since the entry before. */
        private void pass(Instant to) {
            if (!hall.room().open()) {
                return;
            }
            var time = Duration.between(hall.at(), to);
            for (var point : hall.points().points()) {
                var count = of(point.pointId());
                switch (point.line()) {
                    case IN -> count.inRoom = count.inRoom.plus(time);
                    case LOST -> count.away = count.away.plus(time);
                    case NEVER, LEFT -> {}
                }
            }
            shown().flatMap(person -> hall.points().ofTechnician(person).stream())
                    .map(point -> of(point.pointId()))
                    .forEach(count -> count.onStage = count.onStage.plus(time));
        }

        private Stream<PersonId> shown() {
            var dialogue = hall.stage().dialogue();
            return dialogue.isEmpty() ? Stream.ofNullable(hall.onStage()) : dialogue.stream();
        }

        private void lines(Points before, Points after, Instant at) {
            for (var point : after.points()) {
                var was = before.find(point.pointId()).map(Point::line).orElse(Line.NEVER);
                if (point.line() == was) {
                    continue;
                }
                var count = of(point.pointId());
                if (point.line() == Line.IN && count.joinedAt == null) {
                    count.joinedAt = at;
                }
                if (point.line() == Line.LOST) {
                    count.lost++;
                }
            }
        }

        private void happened(SessionEvent event) {
            switch (event) {
                case FloorEvent.Granted granted -> called(granted.personId());
                case StageEvent.Called called -> called(called.personId());
                case PointEvent.LinesMeasured measured ->
                    measured.lines().forEach(line -> {
                        var count = of(line.pointId());
                        count.line = count.line == null ? line : count.line.plus(line);
                    });
                default -> {}
            }
        }

        private void called(PersonId person) {
            hall.points().ofTechnician(person).ifPresent(point -> of(point.pointId()).called++);
        }

        private Count of(PointId point) {
            return counts.computeIfAbsent(point, fresh -> new Count());
        }

        private PointReport report(Instant now) {
            pass(now.isBefore(hall.at()) ? hall.at() : now);
            var opened = hall.sittings().sittings().stream()
                    .filter(sitting -> sitting.openedAt() != null)
                    .toList();
            var begin = opened.stream()
                    .flatMap(one -> Stream.ofNullable(one.openedAt()))
                    .min(Instant::compareTo);
            var rows = hall.points().points().stream()
                    .map(point -> of(point.pointId()).row(point, begin))
                    .toList();
            return new PointReport(now, opened, rows);
        }
    }
}

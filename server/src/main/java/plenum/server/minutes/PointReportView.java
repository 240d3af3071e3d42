package plenum.server.minutes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.PointView.OfAttendee;
import plenum.server.hall.PointView.OfTechnician;
import plenum.server.points.Grade;
import plenum.server.points.Line;
import plenum.server.points.LineMeasured;
import plenum.server.points.Reply;
import plenum.server.points.Roll;

/** PointReport of openapi.yaml. */
record PointReportView(long until, List<OfSitting> sittings, List<Row> rows) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfSitting(String sittingId, String title, long openedAt) {}

    record OfRoll(String sittingId, int present, List<String> leaders, boolean late) {
        static OfRoll of(Roll roll) {
            return new OfRoll(roll.sittingId().value(), roll.present(), roll.leaders(), roll.late());
        }
    }

    record Quality(
            int seconds,
            int upKbps,
            int downKbps,
            int upLossPermille,
            int downLossPermille,
            int worstLossPermille,
            int roundTripMs,
            int worstRoundTripMs,
            int poorSeconds) {
        static @Nullable Quality of(@Nullable LineMeasured line) {
            return line == null
                    ? null
                    : new Quality(
                            line.seconds(),
                            line.upKbps(),
                            line.downKbps(),
                            line.upLossPermille(),
                            line.downLossPermille(),
                            line.worstLossPermille(),
                            line.roundTripMs(),
                            line.worstRoundTripMs(),
                            line.poorSeconds());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            String pointId,
            String name,
            int level,
            Reply.State state,
            @Nullable String reason,
            @Nullable OfTechnician technician,
            List<OfAttendee> attendees,
            int expected,
            List<OfRoll> rolls,
            @Nullable Grade grade,
            @Nullable String verdict,
            int tests,
            Line line,
            @Nullable Long joinedAt,
            long lateSeconds,
            long inRoomSeconds,
            int lost,
            long awaySeconds,
            int called,
            long onStageSeconds,
            @Nullable Quality quality) {
        static Row of(PointReport.Row row) {
            var point = row.point();
            var trial = point.trial();
            var verdict = trial.verdict();
            return new Row(
                    point.pointId().value(),
                    point.invitation().name(),
                    point.invitation().level(),
                    point.reply().state(),
                    point.reply().reason(),
                    OfTechnician.of(point.reply().technician()),
                    point.reply().attendees().stream().map(OfAttendee::of).toList(),
                    point.reply().expected(),
                    point.rolls().stream().map(OfRoll::of).toList(),
                    trial.grade().orElse(null),
                    verdict == null ? null : verdict.note(),
                    trial.count(),
                    point.line(),
                    stamp(row.joinedAt()),
                    row.late().toSeconds(),
                    row.inRoom().toSeconds(),
                    row.lost(),
                    row.away().toSeconds(),
                    row.called(),
                    row.onStage().toSeconds(),
                    Quality.of(row.line()));
        }
    }

    static PointReportView of(PointReport report) {
        return new PointReportView(
                report.until().toEpochMilli(),
                report.sittings().stream()
                        .map(one -> new OfSitting(one.sittingId().value(), one.title(), opened(one.openedAt())))
                        .toList(),
                report.rows().stream().map(Row::of).toList());
    }

    private static long opened(@Nullable Instant at) {
        return at == null ? 0 : at.toEpochMilli();
    }

    private static @Nullable Long stamp(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}

package plenum.server.points;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PointId;

/** What may be asked about the points of a conference. */
public sealed interface PointCommand {
    /** From the desk, which knows the units. */
    record InvitePoints(List<Invitation> points) implements PointCommand {
        public InvitePoints {
            points = List.copyOf(points);
        }
    }

    record WithdrawPoint(PointId pointId) implements PointCommand {}

    /** From the desk, which knows the people of the unit. */
    record AssignPoint(PointId pointId, Technician technician, List<Attendee> attendees, int expected)
            implements PointCommand {
        public AssignPoint {
            attendees = List.copyOf(attendees);
        }
    }

    /** From the desk: a unit's administrator has no socket. */
    record RefusePoint(PointId pointId, String reason) implements PointCommand {}

    record TestPoint(PointId pointId, Measured result) implements PointCommand {}

    record AcceptPoint(PointId pointId, Grade grade, String note) implements PointCommand {}

    record NotePoint(PointId pointId, String text) implements PointCommand {}

    record ReportPoint(PointId pointId, int present, List<String> leaders) implements PointCommand {
        public ReportPoint {
            leaders = List.copyOf(leaders);
        }
    }

    /** From the director of the room, which knows the lines. */
    record MeasureLines(List<LineMeasured> lines) implements PointCommand {
        public MeasureLines {
            lines = List.copyOf(lines);
        }
    }

    /** @param limits absent: as they are */
    record RequireTest(boolean on, @Nullable TestLimits limits) implements PointCommand {}

    /** @param external absent: the session's own room */
    record SetHost(@Nullable ExternalHost external) implements PointCommand {}
}

package plenum.server.points;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PointId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SittingId;

/** What happened to the points of a conference. */
public sealed interface PointEvent extends SessionEvent {
    record Invited(List<Invitation> points) implements PointEvent {
        public Invited {
            points = List.copyOf(points);
        }
    }

    record Withdrawn(PointId pointId) implements PointEvent {}

    record Assigned(PointId pointId, Technician technician, List<Attendee> attendees, int expected)
            implements PointEvent {
        public Assigned {
            attendees = List.copyOf(attendees);
        }
    }

    record Refused(PointId pointId, String reason) implements PointEvent {}

    record Tested(PointId pointId, Measured result, Grade grade) implements PointEvent {}

    /** @param name of who accepted, or did not */
    record Accepted(PointId pointId, Grade grade, String note, String name) implements PointEvent {}

    record Noted(PointId pointId, String text, String name) implements PointEvent {}

    record Reported(PointId pointId, SittingId sittingId, int present, List<String> leaders, boolean late, String name)
            implements PointEvent {
        public Reported {
            leaders = List.copyOf(leaders);
        }
    }

    /** Of the server, while points are in the room: how good their lines were since the last time. */
    record LinesMeasured(List<LineMeasured> lines) implements PointEvent {
        public LinesMeasured {
            lines = List.copyOf(lines);
        }
    }

    /** @param limits absent: as they were */
    record TestRequired(boolean on, @Nullable TestLimits limits) implements PointEvent {}

    /** @param external absent: the session's own room */
    record HostSet(@Nullable ExternalHost external) implements PointEvent {}
}

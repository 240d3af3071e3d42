package plenum.server.points;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SittingId;

/** The rules of the points. */
public final class PointRules {
    private static final int MOST_POINTS = 5_000;

    private PointRules() {}

    /**
     * What the other parts know.
     *
     * @param roll the sitting whose roll is called: the open one, else the next
     * @param sittingOpen whether that one is open
     */
    public record Outside(
            boolean published,
            boolean ended,
            boolean roomOpen,
            @Nullable SittingId roll,
            boolean sittingOpen) {}

    public static Decision decide(Points points, PointCommand command, Outside outside, Context context) {
        if (command instanceof PointCommand.MeasureLines measure) {
            return measure(points, measure.lines());
        }
        if (outside.ended) {
            return Decision.refuse(PointProblem.SESSION_ENDED, "the session has ended");
        }
        return switch (command) {
            case PointCommand.InvitePoints invite -> invite(points, invite.points());
            case PointCommand.WithdrawPoint withdraw ->
                of(points, withdraw.pointId(), point -> Decision.accept(new PointEvent.Withdrawn(point.pointId())));
            case PointCommand.AssignPoint assign ->
                of(points, assign.pointId(), point -> assign(points, point, assign, outside));
            case PointCommand.RefusePoint refuse ->
                of(points, refuse.pointId(), point -> refuse(point, refuse.reason(), outside));
            case PointCommand.TestPoint test -> of(points, test.pointId(), point -> test(points, point, test, context));
            case PointCommand.AcceptPoint accept -> of(points, accept.pointId(), point -> accept(accept, context));
            case PointCommand.NotePoint note ->
                of(
                        points,
                        note.pointId(),
                        point -> Decision.accept(new PointEvent.Noted(note.pointId(), note.text(), context.name())));
            case PointCommand.ReportPoint report ->
                of(points, report.pointId(), point -> report(point, report, outside, context));
            case PointCommand.MeasureLines measure -> measure(points, measure.lines());
            case PointCommand.RequireTest require -> requireTest(points, require);
            case PointCommand.SetHost set -> setHost(points, set.external(), outside);
        };
    }

    /** Why the person does not come into the room; empty: no rule of points keeps anybody out. */
    public static Optional<Decision> keepsOut(Points points, PersonId person) {
        return points.ofTechnician(person)
                .filter(point -> points.testRequired() && !point.trial().passed())
                .map(point -> Decision.refuse(PointProblem.TEST_FIRST, "point " + point.pointId()));
    }

    private static Decision of(Points points, PointId id, Function<Point, Decision> then) {
        return points.find(id).map(then).orElseGet(() -> Decision.refuse(PointProblem.NO_SUCH_POINT, "point " + id));
    }

    private static Decision invite(Points points, List<Invitation> wanted) {
        if (points.points().size() + wanted.size() > MOST_POINTS) {
            return Decision.refuse(PointProblem.TOO_MANY_POINTS, "at most " + MOST_POINTS);
        }
        var ids = new HashSet<Object>();
        for (var one : wanted) {
            if (points.of(one.unitId()).isPresent() || !ids.add(one.unitId())) {
                return Decision.refuse(PointProblem.INVITED_ALREADY, "unit " + one.unitId());
            }
            if (points.find(one.pointId()).isPresent() || !ids.add(one.pointId())) {
                return Decision.refuse(PointProblem.POINT_EXISTS, "point " + one.pointId());
            }
        }
        return Decision.accept(new PointEvent.Invited(wanted));
    }

    private static Decision assign(Points points, Point point, PointCommand.AssignPoint assign, Outside outside) {
        if (!outside.published) {
            return Decision.refuse(PointProblem.NOT_PUBLISHED, "publish the session first");
        }
        var elsewhere = points.ofTechnician(assign.technician().personId())
                .filter(other -> !other.pointId().equals(point.pointId()));
        if (elsewhere.isPresent()) {
            return Decision.refuse(
                    PointProblem.TECHNICIAN_ELSEWHERE,
                    "point " + elsewhere.get().pointId());
        }
        return point.reply().equals(Reply.assigned(assign.technician(), assign.attendees(), assign.expected()))
                ? Decision.accept()
                : Decision.accept(new PointEvent.Assigned(
                        point.pointId(), assign.technician(), assign.attendees(), assign.expected()));
    }

    private static Decision refuse(Point point, String reason, Outside outside) {
        if (!outside.published) {
            return Decision.refuse(PointProblem.NOT_PUBLISHED, "publish the session first");
        }
        return point.reply().equals(Reply.refused(reason))
                ? Decision.accept()
                : Decision.accept(new PointEvent.Refused(point.pointId(), reason));
    }

    private static Decision test(Points points, Point point, PointCommand.TestPoint test, Context context) {
        return point.hasTechnician(context.by())
                ? Decision.accept(new PointEvent.Tested(
                        point.pointId(), test.result(), points.limits().grade(test.result())))
                : Decision.refuse(PointProblem.NOT_YOUR_POINT, "its technician is another");
    }

    private static Decision accept(PointCommand.AcceptPoint accept, Context context) {
        return Decision.accept(
                new PointEvent.Accepted(accept.pointId(), accept.grade(), accept.note(), context.name()));
    }

    /** A late point stays late, however often it counts again. */
    private static Decision report(Point point, PointCommand.ReportPoint report, Outside outside, Context context) {
        if (!point.hasTechnician(context.by()) && !conducts(context)) {
            return Decision.refuse(PointProblem.NOT_YOUR_POINT, "its technician is another");
        }
        if (point.reply().state() != Reply.State.ASSIGNED) {
            return Decision.refuse(
                    PointProblem.NOT_ASSIGNED, "state " + point.reply().state());
        }
        if (outside.roll == null) {
            return Decision.refuse(PointProblem.NO_SITTING, "plan a sitting first");
        }
        var before = point.roll(outside.roll);
        if (before.filter(roll ->
                        roll.present() == report.present() && roll.leaders().equals(report.leaders()))
                .isPresent()) {
            return Decision.accept();
        }
        return Decision.accept(new PointEvent.Reported(
                point.pointId(),
                outside.roll,
                report.present(),
                report.leaders(),
                before.map(Roll::late).orElse(outside.sittingOpen),
                context.name()));
    }

    /** Also what is told once the session has ended: it was measured before. */
    private static Decision measure(Points points, List<LineMeasured> lines) {
        var known = lines.stream()
                .filter(line -> points.find(line.pointId()).isPresent())
                .toList();
        return known.isEmpty() ? Decision.accept() : Decision.accept(new PointEvent.LinesMeasured(known));
    }

    private static Decision requireTest(Points points, PointCommand.RequireTest require) {
        var limits = require.limits() == null ? points.limits() : require.limits();
        if (!limits.ordered()) {
            return Decision.refuse(PointProblem.BAD_LIMITS, "amber is stricter than green");
        }
        return require.on() == points.testRequired() && limits.equals(points.limits())
                ? Decision.accept()
                : Decision.accept(new PointEvent.TestRequired(require.on(), require.limits()));
    }

    private static Decision setHost(Points points, @Nullable ExternalHost external, Outside outside) {
        if (Objects.equals(external, points.external())) {
            return Decision.accept();
        }
        return external != null && outside.roomOpen
                ? Decision.refuse(PointProblem.ROOM_OPEN, "close the room first")
                : Decision.accept(new PointEvent.HostSet(external));
    }

    private static boolean conducts(Context context) {
        return context.roles().contains(Role.SECRETARY) || context.roles().contains(Role.TECHNICIAN);
    }
}

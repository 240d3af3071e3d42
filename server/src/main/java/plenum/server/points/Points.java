package plenum.server.points;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.UnitId;

/**
 * The points of a session's conference.
 *
 * @param points by level, in the order of their invitation
 * @param testRequired who is not green or accepted does not come into the room
 * @param external absent: the session has its own room
 */
public record Points(
        List<Point> points,
        boolean testRequired,
        TestLimits limits,
        @Nullable ExternalHost external) {
    public static final Points NONE = new Points(List.of(), false, TestLimits.USUAL, null);

    private static final Comparator<Point> BY_LEVEL =
            Comparator.comparing(point -> point.invitation().level());

    public Points {
        points = List.copyOf(points);
    }

    public Optional<Point> find(PointId id) {
        return points.stream().filter(point -> point.pointId().equals(id)).findFirst();
    }

    public Optional<Point> of(UnitId unit) {
        return points.stream()
                .filter(point -> point.invitation().unitId().equals(unit))
                .findFirst();
    }

    /** The point that the person looks after. */
    public Optional<Point> ofTechnician(PersonId person) {
        return points.stream().filter(point -> point.hasTechnician(person)).findFirst();
    }

    /** The nearest invited unit above the point's own. */
    public Optional<Point> above(Point point) {
        return point.invitation().above().stream()
                .flatMap(unit -> of(unit).stream())
                .findFirst();
    }

    /** Technicians, and attendees who have an account. */
    public Set<PersonId> people() {
        return points.stream().flatMap(Point::people).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the person looks after a point or is sent to one. */
    public boolean invites(PersonId person) {
        return points.stream().flatMap(Point::people).anyMatch(person::equals);
    }

    /** Units that are invited and all above them: their administrators answer the invitation. */
    public Set<UnitId> units() {
        return points.stream()
                .map(Point::invitation)
                .flatMap(one -> Stream.concat(Stream.of(one.unitId()), one.above().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public Points apply(PointEvent event, Instant at) {
        return switch (event) {
            case PointEvent.Invited invited -> plus(invited.points());
            case PointEvent.Withdrawn withdrawn -> without(withdrawn.pointId());
            case PointEvent.Assigned assigned ->
                each(
                        assigned.pointId(),
                        point -> point.replied(
                                Reply.assigned(assigned.technician(), assigned.attendees(), assigned.expected())));
            case PointEvent.Refused refused ->
                each(refused.pointId(), point -> point.replied(Reply.refused(refused.reason())));
            case PointEvent.Tested tested ->
                each(
                        tested.pointId(),
                        point -> point.with(point.trial().plus(new Trial.Test(tested.result(), tested.grade(), at))));
            case PointEvent.Accepted accepted ->
                each(
                        accepted.pointId(),
                        point -> point.with(point.trial()
                                .judged(new Trial.Verdict(accepted.grade(), accepted.name(), accepted.note(), at))));
            case PointEvent.Noted noted ->
                each(noted.pointId(), point -> point.with(new Note(noted.text(), noted.name(), at)));
            case PointEvent.Reported reported ->
                each(
                        reported.pointId(),
                        point -> point.with(new Roll(
                                reported.sittingId(),
                                reported.present(),
                                reported.leaders(),
                                reported.name(),
                                at,
                                reported.late())));
            case PointEvent.LinesMeasured unused -> this; // for the report, which reads the journal
            case PointEvent.TestRequired required ->
                new Points(points, required.on(), required.limits() == null ? limits : required.limits(), external);
            case PointEvent.HostSet set -> new Points(points, testRequired, limits, set.external());
        };
    }

    /** The person came into the room or is out of it. */
    public Points line(PersonId person, Line line, Instant at) {
        return ofTechnician(person)
                .map(point -> each(point.pointId(), one -> one.on(line, at)))
                .orElse(this);
    }

    /** Everybody is out of the room. */
    public Points roomClosed(Instant at) {
        return points.stream().noneMatch(point -> point.line() == Line.IN)
                ? this
                : with(points.stream()
                        .map(point -> point.line() == Line.IN ? point.on(Line.LEFT, at) : point)
                        .toList());
    }

    private Points plus(List<Invitation> invitations) {
        return with(Stream.concat(points.stream(), invitations.stream().map(Point::invited))
                .sorted(BY_LEVEL)
                .toList());
    }

    private Points without(PointId id) {
        return with(points.stream().filter(point -> !point.pointId().equals(id)).toList());
    }

    private Points each(PointId id, UnaryOperator<Point> change) {
        return with(points.stream()
                .map(point -> point.pointId().equals(id) ? change.apply(point) : point)
                .toList());
    }

    private Points with(List<Point> next) {
        return new Points(next, testRequired, limits, external);
    }
}

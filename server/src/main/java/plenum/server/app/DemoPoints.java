package plenum.server.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.demo.DemoPerson;
import plenum.server.demo.DemoPoint;
import plenum.server.demo.DemoProvince;
import plenum.server.hall.HallCommand.OfPoints;
import plenum.server.hall.Order;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.UnitId;
import plenum.server.points.Attendee;
import plenum.server.points.Grade;
import plenum.server.points.Invitation;
import plenum.server.points.Measured;
import plenum.server.points.PointCommand;
import plenum.server.points.PointCommand.AcceptPoint;
import plenum.server.points.PointCommand.AssignPoint;
import plenum.server.points.PointCommand.InvitePoints;
import plenum.server.points.PointCommand.NotePoint;
import plenum.server.points.PointCommand.RefusePoint;
import plenum.server.points.PointCommand.TestPoint;
import plenum.server.points.Technician;
import plenum.server.units.UnitDesk;

/** What the demo's units have answered to the conference's invitation, and how their trials went. */
final class DemoPoints {
    private static final String ACCEPTED = "11-03160";

    private final List<DemoPoint> points;
    private final Map<PersonId, DemoPerson> people;
    private final Map<UnitId, UnitDesk.Below> units;

    DemoPoints(DemoProvince province, UnitDesk desk) {
        this.points = province.conference().points();
        this.people = province.people().stream().collect(Collectors.toMap(DemoPerson::id, one -> one));
        this.units = new HashMap<>();
        desk.below(new UnitId("11")).forEach(unit -> units.put(unit.unitId(), unit));
    }

    /** Waves of orders: each needs that the one before is done. */
    List<List<Order>> orders(Actor host) {
        return List.of(
                List.of(order(
                        host,
                        "invite",
                        new InvitePoints(points.stream().map(this::invitation).toList()))),
                points.stream().flatMap(point -> answer(host, point)).toList(),
                points.stream().flatMap(this::trial).toList(),
                List.of(
                        order(
                                host,
                                "accept",
                                new AcceptPoint(
                                        new PointId(ACCEPTED),
                                        Grade.AMBER,
                                        "Đường truyền yếu: tắt camera, dự bằng tiếng và tài liệu")),
                        order(
                                host,
                                "note",
                                new NotePoint(new PointId(ACCEPTED), "Đã gọi đường dây nóng, chuyển sang mạng cáp"))));
    }

    private Invitation invitation(DemoPoint point) {
        var unit = Objects.requireNonNull(units.get(point.unit()));
        return new Invitation(pointId(point), point.unit(), unit.name(), unit.level(), unit.above());
    }

    private Stream<Order> answer(Actor host, DemoPoint point) {
        if (!point.refusal().isEmpty()) {
            return Stream.of(order(host, "refuse-" + point.unit(), new RefusePoint(pointId(point), point.refusal())));
        }
        return named(point).map(person -> order(host, "assign-" + point.unit(), assign(point, person)));
    }

    private static AssignPoint assign(DemoPoint point, DemoPerson technician) {
        return new AssignPoint(
                pointId(point),
                new Technician(technician.id(), technician.name(), point.phone()),
                List.of(new Attendee(point.leader(), point.position(), true, null)),
                point.expected());
    }

    private Stream<Order> trial(DemoPoint point) {
        return point.trial().stream()
                .flatMap(trial -> named(point)
                        .map(person -> order(
                                new Actor(person.id(), person.name(), person.grants()),
                                "test-" + point.unit(),
                                new TestPoint(pointId(point), measured(trial)))));
    }

    private static Measured measured(DemoPoint.Trial trial) {
        return new Measured(
                trial.camera() ? Measured.Device.OK : Measured.Device.NONE,
                Measured.Device.OK,
                Measured.Device.OK,
                trial.upKbps(),
                trial.downKbps(),
                trial.roundTripMs(),
                trial.loss());
    }

    private Stream<DemoPerson> named(DemoPoint point) {
        var technician = point.technician();
        return technician == null ? Stream.empty() : Stream.ofNullable(people.get(technician));
    }

    /** As the desk does: a unit has one point at most. */
    private static PointId pointId(DemoPoint point) {
        return new PointId(point.unit().value());
    }

    private static Order order(Actor by, String id, PointCommand command) {
        return DemoLoader.order(by, "point-" + id, new OfPoints(command));
    }
}

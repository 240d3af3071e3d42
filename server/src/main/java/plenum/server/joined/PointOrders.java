package plenum.server.joined;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.Answer;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.HallProblem;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.platform.Sha256;
import plenum.server.points.Attendee;
import plenum.server.points.PointCommand;
import plenum.server.points.Technician;

/**
 * Makes orders of what a joined server says of its points; the hall's rules refuse as they refuse anybody. Blocking.
 */
final class PointOrders {
    private static final int MOST_ATTENDEES = 100;
    private static final int MOST_PEOPLE = 10_000;
    private static final int LETTERS = 32;

    private final Lanes lanes;

    PointOrders(Lanes lanes) {
        this.lanes = lanes;
    }

    /** @param name of the server's unit. The same id again gets the same answer. */
    Says.Down place(JoinedServer server, String name, Says.Do wanted) {
        try {
            var session = new SessionId(wanted.sessionId());
            var lane = lanes.lane(session);
            if (wanted.wish() instanceof PointWish.Report report && !rolled(lane.hall(), report)) {
                return refused(wanted, JoinedProblem.OTHER_SITTING.because("sitting " + report.sittingId()));
            }
            var order = order(server, name, wanted);
            return switch (lane.submit(order).await()) {
                case Answer.Done done -> new Says.Done(wanted.id(), done.seq());
                case Answer.Refused refused -> refused(wanted, refused.problem());
            };
        } catch (Refusal refusal) {
            return refused(wanted, refusal.problem());
        } catch (IllegalArgumentException noId) {
            return refused(wanted, HallProblem.BAD_COMMAND.because("an id"));
        }
    }

    private static boolean rolled(Hall hall, PointWish.Report report) {
        return hall.rolled()
                .filter(sitting -> sitting.sittingId().value().equals(report.sittingId()))
                .isPresent();
    }

    /** What passes by itself is no answer yet. */
    private static Says.Down refused(Says.Do wanted, Problem problem) {
        var later =
                problem.code().kind() == Problem.Kind.TOO_MANY || problem.code().kind() == Problem.Kind.UNAVAILABLE;
        return new Says.Refused(
                wanted.id(), problem.code().code(), problem.code().title(), later);
    }

    private static Order order(JoinedServer server, String name, Says.Do wanted) {
        var point = new PointId(wanted.pointId());
        var id = new CommandId(wanted.id());
        return switch (wanted.wish()) {
            case PointWish.Assign assign ->
                new Order(id, server.actor(name), new HallCommand.OfPoints(assign(server, point, assign)));
            case PointWish.Refuse refuse ->
                new Order(
                        id,
                        server.actor(name),
                        new HallCommand.OfPoints(new PointCommand.RefusePoint(point, text(refuse.reason(), 3, 500))));
            case PointWish.Report report ->
                new Order(
                        id,
                        new Actor(person(server, report.technician()), text(report.name(), 1, 200), List.of()),
                        report(point, report));
        };
    }

    private static PointCommand assign(JoinedServer server, PointId point, PointWish.Assign assign) {
        if (assign.expected() < 1
                || assign.expected() > MOST_PEOPLE
                || assign.attendees().size() > MOST_ATTENDEES) {
            throw HallProblem.BAD_COMMAND.refusal("expected or attendees");
        }
        var technician =
                new Technician(person(server, assign.technician()), text(assign.name(), 1, 200), phone(assign.phone()));
        var attendees = assign.attendees().stream()
                .map(one -> new Attendee(text(one.name(), 1, 200), text(one.position(), 0, 200), one.leader(), null))
                .toList();
        return new PointCommand.AssignPoint(point, technician, attendees, assign.expected());
    }

    private static @Nullable String phone(@Nullable String phone) {
        return phone == null ? null : text(phone, 3, 40);
    }

    private static HallCommand report(PointId point, PointWish.Report report) {
        var data = Map.of("pointId", point.value(), "present", report.present(), "leaders", report.leaders());
        return new CommandCodec().read("point.report", (ObjectNode) Json.node(data));
    }

    private static String text(String text, int least, int most) {
        return Optional.of(text)
                .filter(one -> one.length() >= least && one.length() <= most)
                .filter(one -> one.chars().noneMatch(Character::isISOControl))
                .orElseThrow(() -> HallProblem.BAD_COMMAND.refusal("a text of " + least + " to " + most));
    }

    /** Someone of the other server: no person of this one can ever have that id, and no other server name it. */
    static PersonId person(JoinedServer server, String technician) {
        var bytes = (server.unitId() + "\n" + technician).getBytes(StandardCharsets.UTF_8);
        return new PersonId("joined-" + Sha256.of(bytes).hex().substring(0, LETTERS));
    }
}

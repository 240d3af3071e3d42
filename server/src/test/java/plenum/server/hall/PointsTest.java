package plenum.server.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.server.floor.FloorCommand;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.Role;
import plenum.server.kernel.UnitId;
import plenum.server.points.Attendee;
import plenum.server.points.ExternalHost;
import plenum.server.points.Grade;
import plenum.server.points.Invitation;
import plenum.server.points.Line;
import plenum.server.points.Measured;
import plenum.server.points.Measured.Device;
import plenum.server.points.PointCommand;
import plenum.server.points.PointProblem;
import plenum.server.points.Technician;
import plenum.server.points.TestLimits;
import plenum.server.room.Microphones;
import plenum.server.room.Place;
import plenum.server.room.RoomCommand;
import plenum.server.room.Station;

/** The points of a conference in a running session. */
class PointsTest {
    private static final PointId DISTRICT = new PointId("huyen-7");
    private static final PointId COMMUNE = new PointId("xa-12");
    private static final Actor DIRECTOR = Scenario.actor("dao-dien", Role.TECHNICIAN);
    private static final Actor KY = stranger("lo-van-ky");
    private static final Actor HOA = stranger("luong-thi-hoa");
    private static final Actor ADMIN = administrator("quan-tri-xa", "xa-12");
    private static final Actor ADMIN_ABOVE = administrator("quan-tri-huyen", "huyen-7");
    private static final Actor ADMIN_BESIDE = administrator("quan-tri-khac", "xa-13");

    private final Scenario scenario = new Scenario(6).running(5);

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void wholeLevelsAreInvitedInOneGoAndAUnitOnlyOnce() {
        invite();
        assertThat(scenario.hall().points().points())
                .extracting(point -> point.invitation().name())
                .containsExactly("Huyện 7", "Xã 12");
        assertThat(row(COMMUNE).parentId()).isEqualTo(DISTRICT.value());
        refused(Scenario.SECRETARY, invitation(COMMUNE, "xa-12"), PointProblem.INVITED_ALREADY);
        refused(Scenario.SECRETARY, invitation(COMMUNE, "xa-13"), PointProblem.POINT_EXISTS);
        refused(DIRECTOR, invitation(new PointId("xa-14"), "xa-14"), HallProblem.NOT_YOUR_DUTY);
    }

    @Test
    void anAdministratorOfTheUnitOrAboveAnswersAndToOthersNothingIsThere() {
        invite();
        refused(ADMIN_BESIDE, assignment(KY), HallProblem.NO_SUCH_SESSION);
        done(ADMIN, assignment(KY));
        assertThat(row(COMMUNE).technician()).isEqualTo(new PointView.OfTechnician("lo-van-ky", "Lò Văn Kỳ", null));
        done(ADMIN_ABOVE, new PointCommand.RefusePoint(COMMUNE, "Mất điện toàn xã"));
        assertThat(row(COMMUNE).reason()).isEqualTo("Mất điện toàn xã");
        done(Scenario.SECRETARY, assignment(KY));
        refused(ADMIN, new PointCommand.WithdrawPoint(COMMUNE), HallProblem.NO_SUCH_SESSION);
    }

    @Test
    void whoIsSentToAPointIsAGuestOfThisSessionAndNoLongerThanThat() {
        assertThat(scenario.hall().roles(KY)).isEmpty();
        refused(KY, new RoomCommand.JoinRoom(Station.KIOSK), HallProblem.NO_SUCH_SESSION);
        invite();
        done(ADMIN, assignment(KY));
        assertThat(scenario.hall().roles(KY)).containsExactly(Role.GUEST);
        assertThat(scenario.hall().roles(HOA)).containsExactly(Role.GUEST);
        openRoom(true);
        done(KY, new RoomCommand.JoinRoom(Station.KIOSK));
        done(Scenario.SECRETARY, new PointCommand.WithdrawPoint(COMMUNE));
        assertThat(scenario.hall().roles(KY)).isEmpty();
        assertThat(scenario.hall().room().place(KY.person())).isEqualTo(Place.OUT);
        var last = scenario.heard.getLast();
        assertThat(HallViews.uninvited(last.before(), last.after()))
                .containsExactlyInAnyOrder(KY.person(), HOA.person());
    }

    @Test
    void aGuestByInvitationHasNoMembersDuties() {
        invite();
        done(ADMIN, assignment(KY));
        refused(
                KY,
                new HallCommand.OfVoting(new plenum.server.voting.VotingCommand.CastBallot(
                        Scenario.VOTE, plenum.server.voting.Choice.FOR)),
                HallProblem.NOT_YOUR_DUTY);
    }

    @Test
    void theDirectorModeratesTheRoomAndTheTechnicianOfAPointDoesNotKnock() {
        invite();
        done(ADMIN, assignment(KY));
        done(DIRECTOR, new RoomCommand.OpenRoom(true, Microphones.FLOOR));
        done(DIRECTOR, new RoomCommand.JoinRoom(Station.PERSON));
        done(RandomOrders.GUEST, new RoomCommand.JoinRoom(Station.PERSON));
        assertThat(scenario.hall().room().place(RandomOrders.GUEST.person())).isEqualTo(Place.WAITING);
        done(KY, new RoomCommand.JoinRoom(Station.KIOSK));
        assertThat(scenario.hall().room().place(KY.person())).isEqualTo(Place.IN);
        done(DIRECTOR, new RoomCommand.RemovePerson(KY.person()));
        done(KY, new RoomCommand.JoinRoom(Station.KIOSK));
        assertThat(scenario.hall().room().place(KY.person())).isEqualTo(Place.WAITING);
    }

    @Test
    void onlyAPointsTechnicianAsksForTheFloorWhereTheSessionHasPoints() {
        openRoom(false);
        done(RandomOrders.KIOSK, new RoomCommand.JoinRoom(Station.KIOSK));
        done(RandomOrders.KIOSK, new FloorCommand.RaiseHand());
        done(RandomOrders.KIOSK, new FloorCommand.LowerHand());
        invite();
        done(ADMIN, assignment(KY));
        done(KY, new RoomCommand.JoinRoom(Station.KIOSK));
        done(HOA, new RoomCommand.JoinRoom(Station.KIOSK));
        done(KY, new FloorCommand.RaiseHand());
        refused(HOA, new HallCommand.OfFloor(new FloorCommand.RaiseHand()), HallProblem.NOT_YOUR_DUTY);
        refused(RandomOrders.KIOSK, new HallCommand.OfFloor(new FloorCommand.RaiseHand()), HallProblem.NOT_YOUR_DUTY);
    }

    @Test
    void whoAskedForAMeetingRoomBeforeThereWerePointsIsOutOfTheQueueUnlessItIsOneOfThem() {
        openRoom(false);
        done(RandomOrders.KIOSK, new RoomCommand.JoinRoom(Station.KIOSK));
        done(RandomOrders.KIOSK, new FloorCommand.RaiseHand());
        done(Scenario.delegate(1), new FloorCommand.RaiseHand());
        invite();
        assertThat(scenario.hall().floor().queue())
                .extracting(hand -> hand.personId())
                .containsExactly(Scenario.person(1));
        done(ADMIN, assignment(KY));
        done(KY, new RoomCommand.JoinRoom(Station.KIOSK));
        done(KY, new FloorCommand.RaiseHand());
        done(ADMIN, new PointCommand.AssignPoint(COMMUNE, technician(KY), List.of(), 20));
        assertThat(scenario.hall().floor().waits(KY.person())).isTrue();
    }

    @Test
    void theLineFollowsTheTechnicianAndALostPointKeepsItsPlace() {
        invite();
        done(ADMIN, assignment(KY));
        openRoom(false);
        assertThat(row(COMMUNE).line()).isEqualTo(Line.NEVER);
        done(KY, new RoomCommand.JoinRoom(Station.KIOSK));
        assertThat(row(COMMUNE).line()).isEqualTo(Line.IN);
        scenario.passSeconds(90);
        done(Actor.SYSTEM, new RoomCommand.ReportLost(KY.person()));
        assertThat(row(COMMUNE).line()).isEqualTo(Line.LOST);
        assertThat(row(COMMUNE).lineSince()).isEqualTo(scenario.now().toEpochMilli());
        done(Scenario.SECRETARY, new RoomCommand.LockRoom());
        done(KY, new RoomCommand.JoinRoom(Station.KIOSK));
        assertThat(row(COMMUNE).line()).isEqualTo(Line.IN);
        done(Scenario.SECRETARY, new RoomCommand.CloseRoom());
        assertThat(row(COMMUNE).line()).isEqualTo(Line.LEFT);
    }

    @Test
    void anotherTechnicianBeginsWithAnotherLineAndTheFirstIsOut() {
        invite();
        done(ADMIN, assignment(KY));
        openRoom(false);
        done(KY, new RoomCommand.JoinRoom(Station.KIOSK));
        done(ADMIN, new PointCommand.AssignPoint(COMMUNE, technician(HOA), List.of(), 18));
        assertThat(row(COMMUNE).line()).isEqualTo(Line.NEVER);
        assertThat(scenario.hall().room().place(KY.person())).isEqualTo(Place.OUT);
        refused(
                Scenario.SECRETARY,
                new PointCommand.AssignPoint(DISTRICT, technician(HOA), List.of(), 3),
                PointProblem.TECHNICIAN_ELSEWHERE);
    }

    @Test
    void whereATrialIsRequiredOnlyAGreenOrAcceptedPointComesIn() {
        invite();
        done(ADMIN, assignment(KY));
        openRoom(false);
        done(Scenario.SECRETARY, new PointCommand.RequireTest(true, null));
        refused(KY, new RoomCommand.JoinRoom(Station.KIOSK), PointProblem.TEST_FIRST);
        done(KY, test(300));
        assertThat(row(COMMUNE).grade()).isEqualTo(Grade.AMBER);
        refused(KY, new RoomCommand.JoinRoom(Station.KIOSK), PointProblem.TEST_FIRST);
        refused(KY, new PointCommand.AcceptPoint(COMMUNE, Grade.GREEN, "Tự nhận"), HallProblem.NOT_YOUR_DUTY);
        done(DIRECTOR, new PointCommand.AcceptPoint(COMMUNE, Grade.RED, "Tiếng vọng"));
        refused(KY, new RoomCommand.JoinRoom(Station.KIOSK), PointProblem.TEST_FIRST);
        done(DIRECTOR, new PointCommand.AcceptPoint(COMMUNE, Grade.AMBER, "Chỉ dùng tiếng"));
        done(KY, new RoomCommand.JoinRoom(Station.KIOSK));
        assertThat(row(COMMUNE).testCount()).isOne();
    }

    @Test
    void aTestIsGradedByTheSessionsLimitsAndOnlyItsTechnicianSendsIt() {
        invite();
        done(ADMIN, assignment(KY));
        refused(HOA, test(2_000), PointProblem.NOT_YOUR_POINT);
        done(KY, test(2_000));
        assertThat(row(COMMUNE).grade()).isEqualTo(Grade.GREEN);
        done(DIRECTOR, new PointCommand.RequireTest(false, new TestLimits(4_000, 64, 300, 1_000, 20, 80)));
        done(KY, test(2_000));
        assertThat(row(COMMUNE).grade()).isEqualTo(Grade.AMBER);
        refused(
                DIRECTOR,
                new PointCommand.RequireTest(true, new TestLimits(64, 4_000, 300, 1_000, 20, 80)),
                PointProblem.BAD_LIMITS);
    }

    @Test
    void headsAndLeadersAreReportedForTheOpenSittingAndWhoIsLateStaysLate() {
        invite();
        refused(Scenario.SECRETARY, report(18), PointProblem.NOT_ASSIGNED);
        done(ADMIN, assignment(KY));
        refused(HOA, report(18), PointProblem.NOT_YOUR_POINT);
        done(KY, report(17));
        done(DIRECTOR, report(18));
        var roll = Optional.ofNullable(row(COMMUNE).roll()).orElseThrow();
        assertThat(roll.present()).isEqualTo(18);
        assertThat(roll.leaders()).containsExactly("Quàng Văn Mới");
        assertThat(roll.late()).isTrue();
    }

    @Test
    void aPointOfASessionHostedElsewhereIsCalledButHasNoRoom() {
        invite();
        done(ADMIN, assignment(KY));
        var government = new ExternalHost("Văn phòng Chính phủ", "https://hop.vn/18", null);
        openRoom(false);
        refused(Scenario.SECRETARY, new PointCommand.SetHost(government), PointProblem.ROOM_OPEN);
        done(Scenario.SECRETARY, new RoomCommand.CloseRoom());
        done(Scenario.SECRETARY, new PointCommand.SetHost(government));
        refused(Scenario.SECRETARY, new RoomCommand.OpenRoom(false, Microphones.FREE), PointProblem.HOSTED_ELSEWHERE);
        done(KY, report(18));
        done(Scenario.SECRETARY, new PointCommand.SetHost(null));
        openRoom(false);
    }

    @Test
    void onlyWhoConductsSeesWhatIsSaidOfAPoint() {
        invite();
        done(ADMIN, assignment(KY));
        done(DIRECTOR, new PointCommand.NotePoint(COMMUNE, "Đang thay micro"));
        for (var audience : List.of(Audience.DELEGATE, Audience.SCREEN, Audience.GUEST)) {
            assertThat(seen(audience).rows()).isNull();
            assertThat(seen(audience).places()).hasSize(2);
        }
        assertThat(seen(Audience.TECHNICIAN)).isEqualTo(seen(Audience.CONTROL));
        assertThat(row(COMMUNE).notes()).extracting(PointView.OfNote::text).containsExactly("Đang thay micro");
        var own = Optional.ofNullable(HallViews.me(scenario.hall(), KY.person()).point())
                .orElseThrow();
        assertThat(Optional.ofNullable(own.view()).orElseThrow().notes()).isEmpty();
        assertThat(HallViews.me(scenario.hall(), HOA.person()).point())
                .isEqualTo(new OwnPoint("xa-12", "Xã 12", false, true, null, null));
        assertThat(HallViews.me(scenario.hall(), Scenario.person(1)).point()).isNull();
    }

    @Test
    void aTestIsNoNewsForTheOtherPoints() {
        invite();
        done(ADMIN, assignment(KY));
        done(KY, test(2_000));
        var last = scenario.heard.getLast();
        assertThat(HallViews.changed(last.before(), last.after(), Audience.GUEST))
                .isEmpty();
        assertThat(HallViews.changed(last.before(), last.after(), Audience.TECHNICIAN))
                .containsExactly("points");
        assertThat(HallViews.touched(last)).contains(KY.person());
    }

    @Test
    void allOutlivesARestart() {
        invite();
        done(ADMIN, assignment(KY));
        done(KY, test(2_000));
        done(KY, report(18));
        try (var again = scenario.restarted(new MemorySnapshots())) {
            var hall = again.lane(Scenario.SESSION).hall();
            assertThat(PointsView.of(hall, Audience.CONTROL)).isEqualTo(seen(Audience.CONTROL));
        }
    }

    private void invite() {
        done(
                Scenario.SECRETARY,
                new PointCommand.InvitePoints(List.of(
                        new Invitation(COMMUNE, new UnitId("xa-12"), "Xã 12", 2, units("huyen-7", "11")),
                        new Invitation(DISTRICT, new UnitId("huyen-7"), "Huyện 7", 1, units("11")))));
    }

    private static PointCommand invitation(PointId point, String unit) {
        return new PointCommand.InvitePoints(List.of(new Invitation(point, new UnitId(unit), "Xã", 1, units("11"))));
    }

    private static List<UnitId> units(String... ids) {
        return List.of(ids).stream().map(UnitId::new).toList();
    }

    private static PointCommand assignment(Actor technician) {
        return new PointCommand.AssignPoint(
                COMMUNE,
                technician(technician),
                List.of(
                        new Attendee("Quàng Văn Mới", "Chủ tịch UBND xã", true, null),
                        new Attendee("Lường Thị Hoa", "", false, HOA.person())),
                18);
    }

    private static Technician technician(Actor actor) {
        return new Technician(actor.person(), actor.name(), null);
    }

    private static PointCommand test(int kbps) {
        return new PointCommand.TestPoint(COMMUNE, new Measured(Device.OK, Device.OK, Device.OK, kbps, kbps, 40, 3));
    }

    private static PointCommand report(int present) {
        return new PointCommand.ReportPoint(COMMUNE, present, List.of("Quàng Văn Mới"));
    }

    private void openRoom(boolean lobby) {
        done(Scenario.SECRETARY, new RoomCommand.OpenRoom(lobby, Microphones.FLOOR));
    }

    private PointsView seen(Audience audience) {
        return (PointsView) HallViews.part(scenario.hall(), audience, "points");
    }

    private PointView row(PointId point) {
        return Optional.ofNullable(seen(Audience.CONTROL).rows()).orElseThrow().stream()
                .filter(row -> row.pointId().equals(point.value()))
                .findFirst()
                .orElseThrow();
    }

    private static Actor stranger(String id) {
        var name = id.equals("lo-van-ky") ? "Lò Văn Kỳ" : "Lường Thị Hoa";
        return new Actor(new PersonId(id), name, List.of());
    }

    private static Actor administrator(String id, String unit) {
        return new Actor(new PersonId(id), id, List.of(new Grant(Role.UNIT_ADMIN, unit)));
    }

    private void done(Actor actor, PointCommand command) {
        done(actor, new HallCommand.OfPoints(command));
    }

    private void done(Actor actor, FloorCommand command) {
        done(actor, new HallCommand.OfFloor(command));
    }

    private void done(Actor actor, RoomCommand command) {
        done(actor, new HallCommand.OfRoom(command));
    }

    private void done(Actor actor, HallCommand command) {
        scenario.must(scenario.ask(actor, command));
    }

    private void refused(Actor actor, PointCommand command, Problem.Code code) {
        refused(actor, new HallCommand.OfPoints(command), code);
    }

    private void refused(Actor actor, RoomCommand command, Problem.Code code) {
        refused(actor, new HallCommand.OfRoom(command), code);
    }

    private void refused(Actor actor, HallCommand command, Problem.Code code) {
        assertThat(scenario.ask(actor, command))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

package plenum.server.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.testkit.Council.CHAIR;
import static plenum.server.testkit.Council.SECRETARY;
import static plenum.server.testkit.Council.SESSION;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.server.floor.FloorCommand;
import plenum.server.http.Operation;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Json;
import plenum.server.points.Attendee;
import plenum.server.points.Invitation;
import plenum.server.points.LineMeasured;
import plenum.server.points.Measured;
import plenum.server.points.Measured.Device;
import plenum.server.points.PointCommand;
import plenum.server.points.Technician;
import plenum.server.room.Microphones;
import plenum.server.room.RoomCommand;
import plenum.server.room.Station;
import plenum.server.sitting.SittingCommand;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;

/** How points took part: asked through the HTTP door, from the journal of a conference with three points. */
class PointReportTest {
    private static final String PATH = "/api/sessions/" + SESSION + "/points/report";
    private static final PointId NA_SANG = new PointId("na-sang");
    private static final PointId MUONG_PON = new PointId("muong-pon");
    private static final PointId SIN_THAU = new PointId("sin-thau");
    private static final SittingId MORNING = new SittingId("sang");
    private static final Actor KY = new Actor(new PersonId("guest"), "Lò Văn Kỳ", List.of());
    private static final Actor HOA = new Actor(new PersonId("luong-thi-hoa"), "Lường Thị Hoa", List.of());

    private final Map<String, Operation> desk = new HashMap<>();
    private final House house = new House(Map.of(
            "pointReport",
            request -> Objects.requireNonNull(desk.get("pointReport")).answer(request),
            "pointReportSheet",
            request -> Objects.requireNonNull(desk.get("pointReportSheet")).answer(request)));
    private final Council council = new Council(house);

    @BeforeEach
    void open() {
        desk.putAll(new PointReportRoutes(council.journal, house.audit, house.clock).operations());
        council.planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), council.now())
                .item("nq", "Phòng, chống rét", false)
                .published()
                .must(
                        SECRETARY,
                        new PointCommand.InvitePoints(List.of(
                                invitation(NA_SANG, "Xã Na Sang"),
                                invitation(MUONG_PON, "Xã Mường Pồn"),
                                invitation(SIN_THAU, "Xã Sín Thầu"))))
                .must(SECRETARY, assignment(NA_SANG, KY, "=HYPERLINK(\"http://x\")"))
                .must(SECRETARY, assignment(MUONG_PON, HOA, "Quàng Văn Mới"))
                .must(SECRETARY, new PointCommand.RefusePoint(SIN_THAU, "Mất điện toàn xã"))
                .must(KY, new PointCommand.TestPoint(NA_SANG, good()))
                .must(SECRETARY, new RoomCommand.OpenRoom(false, Microphones.CALLED))
                .must(KY, new RoomCommand.JoinRoom(Station.KIOSK))
                .must(KY, new PointCommand.ReportPoint(NA_SANG, 18, List.of("Quàng Văn Mới")))
                .rollCall("sang", 50)
                .must(CHAIR, new SittingCommand.OpenSitting(MORNING, null));
    }

    @AfterEach
    void close() {
        council.close();
        house.close();
    }

    private static Invitation invitation(PointId point, String name) {
        return new Invitation(point, new UnitId(point.value()), name, 1, List.of(new UnitId("11")));
    }

    private static PointCommand assignment(PointId point, Actor technician, String leader) {
        return new PointCommand.AssignPoint(
                point,
                new Technician(technician.person(), technician.name(), "0215 555 0325"),
                List.of(new Attendee(leader, "Chủ tịch UBND xã", true, null)),
                20);
    }

    private static Measured good() {
        return new Measured(Device.OK, Device.OK, Device.OK, 3_000, 3_000, 40, 0);
    }

    private static PointCommand measured(PointId point, int seconds, int downKbps, int roundTripMs) {
        return new PointCommand.MeasureLines(
                List.of(new LineMeasured(point, seconds, 500, downKbps, 4, 8, 90, roundTripMs, 2 * roundTripMs, 6)));
    }

    /** 18 minutes after the opening: lost for 40 s, called once, on stage for two minutes; the other came late. */
    private void morning() {
        council.pass(Duration.ofMinutes(5))
                .must(HOA, new RoomCommand.JoinRoom(Station.KIOSK))
                .must(HOA, new PointCommand.ReportPoint(MUONG_PON, 9, List.of()))
                .must(Actor.SYSTEM, new RoomCommand.ReportLost(KY.person()))
                .pass(Duration.ofSeconds(40))
                .must(KY, new RoomCommand.JoinRoom(Station.KIOSK))
                .must(Actor.SYSTEM, measured(NA_SANG, 300, 1_000, 40))
                .must(CHAIR, new FloorCommand.GrantFloor(KY.person(), 300))
                .pass(Duration.ofMinutes(2))
                .must(CHAIR, new FloorCommand.EndSpeech())
                .pass(Duration.ofMinutes(10))
                .must(Actor.SYSTEM, measured(NA_SANG, 100, 600, 80))
                .must(SECRETARY, new RoomCommand.CloseRoom())
                .pass(Duration.ofMinutes(30));
    }

    @Test
    void theReportTellsWhoCameHowLateAndHowTheLineWas() throws Exception {
        morning();
        var rows = Json.tree(house.as("technician", "GET", PATH, "").body()).path("rows");
        assertThat(rows.findValuesAsText("name")).contains("Xã Na Sang", "Xã Mường Pồn", "Xã Sín Thầu");
        var own = rows.path(0);
        assertThat(own.path("grade").asText()).isEqualTo("GREEN");
        assertThat(own.at("/rolls/0/present").asInt()).isEqualTo(18);
        assertThat(own.at("/rolls/0/late").asBoolean()).isFalse();
        assertThat(own.path("lateSeconds").asInt()).isZero();
        assertThat(own.path("lost").asInt()).isEqualTo(1);
        assertThat(own.path("awaySeconds").asInt()).isEqualTo(40);
        assertThat(own.path("called").asInt()).isEqualTo(1);
        assertThat(own.path("onStageSeconds").asInt()).isEqualTo(120);
        assertThat(own.path("inRoomSeconds").asInt()).isEqualTo((5 + 2 + 10) * 60);
        assertThat(own.at("/quality/seconds").asInt()).isEqualTo(400);
        assertThat(own.at("/quality/downKbps").asInt()).isEqualTo(900);
        assertThat(own.at("/quality/roundTripMs").asInt()).isEqualTo(50);
        assertThat(own.at("/quality/worstRoundTripMs").asInt()).isEqualTo(160);
        assertThat(own.at("/quality/poorSeconds").asInt()).isEqualTo(12);
        var late = rows.path(1);
        assertThat(late.path("lateSeconds").asInt()).isEqualTo(300);
        assertThat(late.at("/rolls/0/late").asBoolean()).isTrue();
        assertThat(late.has("quality")).isFalse();
        var refused = rows.path(2);
        assertThat(refused.path("state").asText()).isEqualTo("REFUSED");
        assertThat(refused.path("reason").asText()).isEqualTo("Mất điện toàn xã");
        assertThat(refused.has("joinedAt")).isFalse();
    }

    @Test
    void aPointThatIsThereNowIsCountedUntilNow() throws Exception {
        council.pass(Duration.ofMinutes(3));
        var own = Json.tree(house.as("secretary", "GET", PATH, "").body()).at("/rows/0");
        assertThat(own.path("inRoomSeconds").asInt()).isEqualTo(180);
    }

    @Test
    void whatIsMeasuredLastIsHeardAfterTheEndOfTheSession() throws Exception {
        council.must(CHAIR, new SittingCommand.EndSitting(MORNING))
                .must(SECRETARY, new SittingCommand.EndSession())
                .must(Actor.SYSTEM, measured(NA_SANG, 300, 1_000, 40));
        var own = Json.tree(house.as("secretary", "GET", PATH, "").body()).at("/rows/0");
        assertThat(own.at("/quality/seconds").asInt()).isEqualTo(300);
    }

    @Test
    void theSheetIsReadBySpreadsheetsAndNothingInItIsAFormula() {
        morning();
        var lines =
                house.as("secretary", "GET", PATH + "/sheet", "").body().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).startsWith("\ufeff\"Điểm cầu\",\"Cấp\"");
        assertThat(lines.get(1))
                .startsWith("\"Xã Na Sang\",\"1\",\"Tham gia\"")
                .contains("\"'=HYPERLINK(\"\"http://x\"\") (Chủ tịch UBND xã)\"")
                .contains("\"18\",\"Quàng Văn Mới\",\"\",\"Đạt\"")
                .contains("\"0,4\",\"0,8\",\"9,0\"");
        assertThat(lines).allSatisfy(line -> assertThat(line.split("\",\"")).hasSize(30));
    }

    @Test
    void theMinutesHaveAPartAboutThePoints() throws IOException {
        morning();
        council.must(CHAIR, new SittingCommand.EndSitting(MORNING));
        var entries = council.journal.read(SESSION, 0, Integer.MAX_VALUE);
        var out = new ByteArrayOutputStream();
        new MinutesWriter(SESSION, entries, "5e".repeat(32), PersonId::value, council.now())
                .document()
                .writeTo(out);
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("IV. TÌNH HÌNH CÁC ĐIỂM CẦU")
                    .contains("Số điểm cầu được mời: 3; tham gia: 2; đã vào phòng họp trực tuyến: 2, trong đó 1 vào")
                    .contains("Không tham gia: Xã Sín Thầu (Mất điện toàn xã).")
                    .contains("Xã Na Sang 18/20")
                    .contains("1 lần, 40 giây")
                    .contains("V. KẾT THÚC");
        }
    }

    /** Also the technician of a point, who is a guest, does not see how others took part. */
    @ParameterizedTest
    @CsvSource({"secretary,200", "chair,200", "technician,200", "delegate,403", "guest,403", "neighbour,404"})
    void whoConductsSeesTheReportAndNobodyElse(String person, int status) {
        assertThat(house.as(person, "GET", PATH, "").statusCode()).isEqualTo(status);
        assertThat(house.as(person, "GET", PATH + "/sheet", "").statusCode()).isEqualTo(status);
    }
}

package plenum.server.joined;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand.AttachPaper;
import plenum.server.agenda.AgendaCommand.OpenItem;
import plenum.server.agenda.AgendaCommand.RecallPaper;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperFile;
import plenum.server.agenda.PaperKind;
import plenum.server.agenda.Reach;
import plenum.server.hall.Answer;
import plenum.server.hall.HallCommand;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PointId;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.UnitId;
import plenum.server.points.Attendee;
import plenum.server.points.Invitation;
import plenum.server.points.PointCommand;
import plenum.server.points.Technician;
import plenum.server.sitting.SittingCommand;
import plenum.server.testkit.Council;
import plenum.server.testkit.House;
import plenum.server.testkit.LiveClient;

/** What a province tells the server of one of its communes, and what it never tells. */
class SharingTest {
    private static final String SESSION = Council.SESSION.value();
    private static final String PAPER = "Tờ trình về dự toán ngân sách";

    @SuppressWarnings("NullAway.Init")
    private House house;

    @SuppressWarnings("NullAway.Init")
    private Council council;

    @SuppressWarnings("NullAway.Init")
    private Below below;

    @BeforeEach
    void open() {
        house = new House(Map.of());
        house.commune("x-1", "Xã Mường Phăng");
        house.commune("x-2", "Xã Thanh Nưa");
        council = new Council(house)
                .planned("sang", "Phiên sáng", LocalDate.of(2026, 12, 8), house.clock.instant())
                .item("ns", "Ngân sách", false)
                .item("kin", "Nhân sự kín", true);
        below = new Below(house).entered("x-1");
        var allowed = "{\"watermark\":true,\"confidential\":true}";
        assertThat(house.as("admin", "PUT", "/api/units/11/paper-options", allowed)
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void invited(String... units) {
        points(new PointCommand.InvitePoints(List.of(units).stream()
                .map(unit -> new Invitation(
                        new PointId(unit), new UnitId(unit), "Điểm cầu " + unit, 1, List.of(new UnitId("11"))))
                .toList()));
    }

    private void points(PointCommand command) {
        assertThat(council.ask(Council.SECRETARY, new HallCommand.OfPoints(command)))
                .isInstanceOf(Answer.Done.class);
    }

    private void assigned(String unit) {
        points(new PointCommand.AssignPoint(
                new PointId(unit),
                new Technician(new plenum.server.kernel.PersonId("t-" + unit), "Kỹ thuật " + unit, "0215 555 " + unit),
                List.of(new Attendee("Lãnh đạo " + unit, "Chủ tịch", true, null)),
                7));
    }

    private byte[] paper(String id, Reach reach) throws IOException {
        var bytes = ("%PDF-1.7 " + id + " ").repeat(40_000).getBytes(StandardCharsets.UTF_8);
        var kept = house.blobs.put(new ByteArrayInputStream(bytes));
        var unused = council.must(
                Council.SECRETARY,
                new AttachPaper(
                        new PaperId(id),
                        new ItemId("ns"),
                        new PaperFacts(id.equals("p1") ? PAPER : "Tài liệu riêng " + id, PaperKind.SUBMISSION, null),
                        new PaperFile(3, bytes.length, kept.sha256().hex(), id + ".pdf"),
                        reach));
        return bytes;
    }

    private static JsonNode session(LiveClient line, Predicate<JsonNode> fits) {
        return line.await(one -> one.path("t").asText().equals("session") && fits.test(one.path("session")))
                .path("session");
    }

    private static JsonNode list(LiveClient line) {
        return line.await("sessions").path("sessions");
    }

    @Test
    void aCommuneHearsOfTheSessionAsAGuestAndOfItsOwnPointsAndOfNothingElse() throws IOException {
        var unused = paper("p1", Reach.EVERYONE);
        unused = paper("p2", new Reach(List.of(), List.of(), null, null, true));
        unused = paper("p3", new Reach(List.of("Tổ đại biểu số 1"), List.of(), null, null, false));
        unused = paper("p4", new Reach(List.of(), List.of(), null, null, false, true));
        unused = paper(
                "p5", new Reach(List.of(), List.of(), house.clock.instant().plus(Duration.ofDays(1)), null, false));
        council.published();
        invited("x-1", "x-2");
        assigned("x-1");
        assigned("x-2");
        points(new PointCommand.NotePoint(new PointId("x-1"), "Ghi chú của bàn kỹ thuật"));
        council.rollCall("sang", 45);
        try (var line = below.joined()) {
            var seen = session(line, one -> true);
            assertThat(list(line).get(0).asText()).isEqualTo(SESSION);
            assertThat(seen.path("title").asText()).startsWith("Kỳ họp thứ ba");
            assertThat(seen.path("items")).hasSize(1);
            assertThat(seen.at("/items/0/papers")).hasSize(1);
            assertThat(seen.at("/items/0/papers/0/title").asText()).isEqualTo(PAPER);
            assertThat(seen.path("points")).hasSize(1);
            assertThat(seen.at("/points/0/technician").asText()).isEqualTo("Kỹ thuật x-1");
            council.must(Council.CHAIR, new SittingCommand.OpenSitting(new SittingId("sang"), null))
                    .must(Council.CHAIR, new OpenItem(new ItemId("ns")));
            var open = session(line, one -> one.path("state").asText().equals("RUNNING"));
            assertThat(open.path("items")).isEqualTo(seen.path("items"));
            var before = line.raw().size();
            council.voted("v1", "ns", "Thông qua dự toán", 40, 3, 2);
            points(new PointCommand.ReportPoint(new PointId("x-1"), 6, List.of()));
            var after = session(line, one -> one.at("/points/0/rolls/0/present").asInt() == 6);
            assertThat(after.path("items")).isEqualTo(seen.path("items"));
            assertThat(line.raw()).hasSize(before + 1);
            assertThat(String.join("\n", line.raw()))
                    .doesNotContain(
                            "x-2", "Thanh Nưa", "Nhân sự kín", "Tài liệu riêng", "Ghi chú", "t-x-1", "Quàng Văn Phương")
                    .doesNotContain("Thông qua dự toán", "members", "present\":45", "ballot");
        }
    }

    @Test
    void aSessionWithoutAPointOfTheCommuneOrNotPublishedIsNotHeardOf() {
        invited("x-1");
        try (var line = below.joined()) {
            assertThat(list(line)).isEmpty();
            council.published();
            assertThat(session(line, one -> true).path("sessionId").asText()).isEqualTo(SESSION);
            points(new PointCommand.WithdrawPoint(new PointId("x-1")));
            assertThat(list(line)).isEmpty();
        }
    }

    @Test
    void nothingIsSharedBeforeTheDigitsAreCompared() {
        council.published();
        invited("x-1");
        try (var line = below.line()) {
            var welcome = line.await("welcome");
            council.must(Council.SECRETARY, new SittingCommand.RenameSession("Kỳ họp đổi tên"));
            below.confirmed(
                    Pairing.digits(below.key.fingerprint(), welcome.path("salt").asText()));
            assertThat(line.await("welcome").path("confirmed").asBoolean()).isTrue();
            assertThat(session(line, one -> true).path("title").asText()).isEqualTo("Kỳ họp đổi tên");
            assertThat(line.raw()).filteredOn(text -> text.contains("Kỳ họp")).hasSize(1);
        }
    }

    @Test
    void aPaperComesInPartsAndOnlyWhileItIsForTheCommune() throws IOException {
        var bytes = paper("p1", Reach.EVERYONE);
        var hidden = paper("p2", new Reach(List.of(), List.of(), null, null, true));
        council.published();
        invited("x-1");
        try (var line = below.joined()) {
            var papers = session(line, one -> true).at("/items/0/papers");
            var sha256 = papers.get(0).path("sha256").asText();
            var first = part(line, sha256, 0);
            var second = part(line, sha256, first.length);
            assertThat(first.length).isLessThan(bytes.length);
            assertThat(first).isEqualTo(java.util.Arrays.copyOf(bytes, first.length));
            assertThat(second[0]).isEqualTo(bytes[first.length]);
            refused(line, plenum.server.platform.Sha256.of(hidden).hex());
            council.must(Council.SECRETARY, new RecallPaper(new PaperId("p1"), "Ban hành nhầm"));
            assertThat(session(line, one -> one.at("/items/0/papers").isEmpty())
                            .path("title")
                            .asText())
                    .isNotEmpty();
            refused(line, sha256);
        }
    }

    private static byte[] part(LiveClient line, String sha256, long from) {
        var part = line.send(Map.of("t", "ask", "sha256", sha256, "from", from)).await("part");
        assertThat(part.path("from").asLong()).isEqualTo(from);
        return Base64.getDecoder().decode(part.path("bytes").asText());
    }

    private static void refused(LiveClient line, String sha256) {
        var answer = line.send(Map.of("t", "ask", "sha256", sha256, "from", 0)).await("no-part");
        assertThat(answer.path("sha256").asText()).isEqualTo(sha256);
    }
}

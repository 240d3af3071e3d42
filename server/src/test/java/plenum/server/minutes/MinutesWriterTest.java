package plenum.server.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.testkit.Council.CHAIR;
import static plenum.server.testkit.Council.SECRETARY;
import static plenum.server.testkit.Council.SESSION;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.server.agenda.AgendaCommand;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.attendance.Intent;
import plenum.server.attendance.Presence;
import plenum.server.checkpoint.Checkpoint;
import plenum.server.checkpoint.CheckpointCommand;
import plenum.server.floor.FloorCommand;
import plenum.server.hall.Answer;
import plenum.server.hall.HallCommand;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Base;
import plenum.server.kernel.BatchId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.Share;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.Substitute;
import plenum.server.kernel.VoteId;
import plenum.server.room.Microphones;
import plenum.server.room.RoomCommand;
import plenum.server.room.Station;
import plenum.server.sitting.SittingCommand;
import plenum.server.testkit.Council;
import plenum.server.voting.Choice;
import plenum.server.voting.VotingCommand;
import plenum.server.voting.VotingEvent;

/** Printed and read back as a reader of the PDF would. */
final class MinutesWriterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 8);
    private static final Instant EIGHT = Instant.parse("2026-12-08T01:00:00Z");
    private static final String HASH = "5e".repeat(32);
    private Council council = new Council();

    @AfterEach
    void end() {
        council.close();
    }

    @Test
    void theMinutesOfAWholeSessionTellEachVoteAsItWasCounted() throws IOException {
        assertThat(text(wholeSession()))
                .contains("BIÊN BẢN", "HỘI ĐỒNG NHÂN DÂN", "TỈNH ĐIỆN BIÊN", "/BB-HĐND", "Độc lập - Tự do - Hạnh phúc")
                .contains("Điện Biên, ngày 08 tháng 12 năm 2026", "Thường trực Hội đồng nhân dân tỉnh Điện Biên")
                .contains("3. Quy tắc biểu quyết: bộ quy tắc phiên bản ", "; căn cứ: ")
                .doesNotContain("DỰ THẢO")
                .contains("45/60 đại biểu tán thành, quá nửa tổng số đại biểu (cần 31). Kết quả: THÔNG QUA.")
                .contains(
                        "30/60 đại biểu tán thành, chưa đạt mức quá nửa tổng số đại biểu (cần 31). Kết quả: KHÔNG THÔNG QUA.")
                .contains(
                        "Kỳ họp đã tiến hành 3 lượt biểu quyết: 1 lượt thông qua, 1 lượt không thông qua, 1 lượt bị hủy.")
                .contains("Kỳ họp bế mạc lúc");
    }

    @Test
    void everyNumberOfAVoteIsTheOneInItsEvent() throws IOException {
        var text = text(wholeSession());
        var counted = council.journal.read(SESSION, 0, Integer.MAX_VALUE).stream()
                .map(entry -> entry.event())
                .filter(VotingEvent.Closed.class::isInstance)
                .map(VotingEvent.Closed.class::cast)
                .toList();
        assertThat(counted).hasSize(2);
        for (var closed : counted) {
            assertThat(text)
                    .contains("Số đại biểu %d %d %d %d"
                            .formatted(
                                    closed.forCount(),
                                    closed.againstCount(),
                                    closed.abstainCount(),
                                    closed.notVoted()));
        }
    }

    @Test
    void attendanceNamesTheAbsentWithTheirReasonsAndThoseWhoCameLate() throws IOException {
        assertThat(text(wholeSession()))
                .contains("1. Tổng số đại biểu: 60 đại biểu.")
                .contains("2. Chủ tọa: " + name(1) + ", Chủ tịch HĐND tỉnh.")
                .contains("3. Thư ký kỳ họp: Bà Hoàng Thị Thư.")
                .contains("Vắng mặt có lý do (1 đại biểu): " + name(60) + " (Đi công tác nước ngoài).")
                .contains("Vắng mặt không nêu lý do (1 đại biểu): " + name(59) + ".")
                .contains("Có mặt sau khi khai mạc (1 đại biểu): " + name(58) + ".")
                .contains("có mặt 57/60 đại biểu (95,00%)");
    }

    @Test
    void aSubstituteInACommitteeIsNamedAsOneAmongThoseWhoCameAndThoseWhoVote() throws IOException {
        council.close();
        council = Council.committee();
        var sitting = new SittingId("sang");
        var guest = Council.actor("ba-may", Role.GUEST);
        var may = new Substitute(
                guest.person(), "Lù Thị Mẩy", "Phó Giám đốc Sở Tài chính", new PersonId("d60"), name(60));
        council.planned("sang", "Phiên sáng", DAY, EIGHT)
                .item("ngan-sach", "Dự toán ngân sách", false)
                .published()
                .must(SECRETARY, new AttendanceCommand.SendSubstitute(sitting, may))
                .rollCall("sang", 58)
                .must(guest, new AttendanceCommand.CheckIn(sitting, null))
                .must(SECRETARY, new AttendanceCommand.ApproveRollCall(sitting))
                .must(SECRETARY, new SittingCommand.OpenSitting(sitting, null))
                .must(SECRETARY, new AgendaCommand.OpenItem(new ItemId("ngan-sach")))
                .voted("bq", "ngan-sach", "Thông qua dự toán", 30, 0, 0)
                .must(guest, new VotingCommand.CastBallot(new VoteId("bq"), Choice.FOR))
                .must(CHAIR, new VotingCommand.CloseVote(new VoteId("bq")));
        assertThat(text(writer()))
                .contains("Người dự thay (1): Lù Thị Mẩy (dự thay " + name(60) + ").")
                .contains("Trong đó có người dự thay: Lù Thị Mẩy (dự thay " + name(60) + ").")
                .contains("31/60", "THÔNG QUA", "/BB-UBND")
                .contains("1. Tổng số thành viên: 60 thành viên.", "59 thành viên có mặt có quyền biểu quyết")
                .contains("quá nửa tổng số thành viên", "số thành viên để họp theo quy định")
                .doesNotContain("/BB-HĐND", "Thường trực", "đại biểu", "Đại biểu")
                .contains("Vắng mặt không nêu lý do (2");
    }

    @Test
    void speechesHaveTheirTimes() throws IOException {
        assertThat(text(wholeSession())).contains("Phát biểu (2 lượt)", "4 phút 10 giây", "2 phút 0 giây");
    }

    @Test
    void aVoidedVoteIsToldWithItsReasonAndDoesNotCount() throws IOException {
        assertThat(text(wholeSession()))
                .contains("Lượt biểu quyết này bị hủy lúc", "Lý do: Nhiều đại biểu bấm nhầm.")
                .doesNotContain("bấm nhầm..");
    }

    @Test
    void aVoteOnHoldIsToldWithItsBreakAndItsReason() throws IOException {
        var vote = new VoteId("bq");
        running(50, null)
                .voted("bq", "nq", "Thông qua nghị quyết", 33, 2, 1)
                .must(CHAIR, new VotingCommand.HoldVote(vote, "Mất điện trong hội trường"))
                .pass(Duration.ofMinutes(4))
                .must(CHAIR, new VotingCommand.ResumeVote(vote))
                .must(CHAIR, new VotingCommand.CloseVote(vote));
        assertThat(text(writer()))
                .containsPattern("Tạm dừng từ .{1,40} đến .{1,40} Lý do: Mất điện trong hội trường\\.");
    }

    @Test
    void votesOpenedTogetherAreOneTableWithWhatWasWrittenDownAndWhatWasWithdrawn() throws IOException {
        running(45, null);
        var ids = List.of(new VoteId("mot"), new VoteId("hai"), new VoteId("ba"));
        for (var id : ids) {
            council.must(SECRETARY, new VotingCommand.PrepareVote(id, new ItemId("nq"), "Thông qua nghị quyết " + id));
        }
        var clerk = Council.actor("thuky-hai", Role.SECRETARY);
        var absent = new PersonId("d44");
        council.must(CHAIR, new VotingCommand.WithdrawVote(ids.getLast(), "Cơ quan trình xin rút"))
                .must(CHAIR, new VotingCommand.OpenMany(new BatchId("lo"), ids.subList(0, 2), null));
        for (var n = 1; n <= 40; n++) {
            var second = n <= 30 ? Choice.FOR : Choice.AGAINST;
            council.must(
                    Council.delegate(n),
                    new VotingCommand.CastMany(List.of(
                            new VotingCommand.CastBallot(ids.get(0), Choice.FOR),
                            new VotingCommand.CastBallot(ids.get(1), second))));
        }
        council.must(SECRETARY, new VotingCommand.EnterBallot(ids.get(0), absent, Choice.AGAINST, "Máy hết pin"))
                .must(clerk, new VotingCommand.CountersignEntry(ids.get(0), absent, Choice.AGAINST))
                .must(CHAIR, new VotingCommand.CloseVote(ids.get(0)));
        assertThat(text(writer()))
                .contains("Biểu quyết 2 nội dung trong một lượt, mỗi nội dung một phiếu riêng")
                .contains("Thông qua nghị quyết mot 40 1 0 4 Thông qua")
                .contains("Thông qua nghị quyết hai 30 10 0 5 Không thông qua")
                .contains("được ghi hộ, có người thứ hai xác nhận (1): " + name(44) + " (Máy hết pin;")
                .contains("Rút, không biểu quyết", "Thông qua nghị quyết ba. Lý do: Cơ quan trình xin rút.");
    }

    @Test
    void theLineAtTheFootNamesTheJournal() throws IOException {
        var minutes = wholeSession();
        var last = council.lanes.lane(SESSION).hall().seq();
        assertThat(text(minutes)).contains("bản ghi 1-" + last + ", SHA-256 " + HASH);
    }

    @Test
    void theLineAtTheFootNamesTheNewestCheckpoint() throws IOException {
        var size = council.lanes.lane(SESSION).hall().seq();
        var checkpoint = new Checkpoint(size, "bWFnaWM=", "a2V5", "c2ln", 0, List.of());
        var signed = new HallCommand.OfCheckpoint(new CheckpointCommand.Sign(checkpoint));
        assertThat(council.ask(Actor.SYSTEM, signed)).isEqualTo(new Answer.Done(size + 1));
        assertThat(text(writer())).contains("bản ghi 1-" + (size + 1) + ", mốc " + size + " bWFnaWM=");
    }

    @Test
    void theSameJournalGivesTheSameBytes() throws IOException {
        assertThat(bytes(wholeSession())).isEqualTo(bytes(writer()));
    }

    @Test
    void aSessionThatStillRunsGetsADraftWithoutTheCountsOfAnOpenVote() throws IOException {
        running(50, null)
                .must(CHAIR, new FloorCommand.GrantFloor(new PersonId("d7"), 300))
                .voted("bq", "nq", "Thông qua nghị quyết", 33, 2, 1);
        assertThat(text(writer()))
                .contains("DỰ THẢO", "đang diễn ra", "đang tiến hành", "Đang biểu quyết.", "Kỳ họp chưa bế mạc")
                .doesNotContain("tán thành, đạt");
    }

    @Test
    void aSessionThatHasNotBegunGetsItsHeadAndPlan() throws IOException {
        council.planned("sang", "Phiên họp buổi sáng", DAY, EIGHT);
        assertThat(text(writer())).contains("DỰ THẢO", "dự kiến lúc 08 giờ 00 phút ngày 08/12/2026, chưa khai mạc");
    }

    @Test
    void anOpeningWithoutQuorumIsToldWithTheChairsReason() throws IOException {
        running(39, "Bão số 10, các đại biểu đang trên đường đến");
        assertThat(text(writer()))
                .contains("có mặt 39/60 đại biểu (65,00%); chưa đủ số đại biểu để họp theo quy định "
                        + "(ít nhất hai phần ba tổng số đại biểu, tức 40 đại biểu).")
                .contains("Lý do: Bão số 10, các đại biểu đang trên đường đến.");
    }

    @Test
    void whereTheRuleCountsPresentDelegatesThePercentageDoesToo() throws IOException {
        council.close();
        council = new Council(new Share(2, 3, false, Base.PRESENT));
        running(45, null)
                .voted("bq", "nq", "Thông qua nghị quyết", 31, 5, 1)
                .must(CHAIR, new VotingCommand.CloseVote(new VoteId("bq")));
        assertThat(text(writer()))
                .contains("31/45 đại biểu tán thành, "
                        + "ít nhất hai phần ba số đại biểu có mặt (cần 30). Kết quả: THÔNG QUA.");
    }

    @Test
    void whoCameOnlineIsNamedInEachSitting() throws IOException {
        var kiosk = Council.actor("diem-cau", Role.SCREEN);
        council.planned("sang", "Phiên họp buổi sáng", DAY, EIGHT)
                .item("nq", "Nghị quyết về ngân sách", false)
                .published()
                .must(SECRETARY, new RoomCommand.OpenRoom(false, Microphones.FREE))
                .must(Council.delegate(7), new RoomCommand.JoinRoom(Station.PERSON))
                .must(Council.delegate(8), new RoomCommand.JoinRoom(Station.PERSON))
                .must(Council.delegate(8), new RoomCommand.LeaveRoom())
                .rollCall("sang", 50)
                .must(CHAIR, new SittingCommand.OpenSitting(new SittingId("sang"), null))
                .must(kiosk, new RoomCommand.JoinRoom(Station.KIOSK))
                .must(kiosk, new RoomCommand.LeaveRoom())
                .must(kiosk, new RoomCommand.JoinRoom(Station.KIOSK));
        assertThat(text(writer()))
                .contains("kết hợp trực tuyến qua phòng họp trực tuyến của kỳ họp.")
                .contains("- Tham gia trực tuyến (2): " + Council.delegate(7).name() + "; " + kiosk.name()
                        + " (điểm cầu).");
    }

    @Test
    void withoutAnOnlineRoomTheMinutesDoNotSpeakOfOne() throws IOException {
        assertThat(text(wholeSession())).doesNotContain("trực tuyến");
    }

    @Test
    void signsThatNoFontHasDoNotStopThePrinting() throws IOException {
        council.planned("sang", "Phiên 😀 \u202E họp 漢", DAY, EIGHT);
        assertThat(text(writer())).contains("BIÊN BẢN");
    }

    @CanIgnoreReturnValue
    private Council running(int present, @Nullable String override) {
        return council.planned("sang", "Phiên họp buổi sáng", DAY, EIGHT)
                .item("nq", "Nghị quyết về ngân sách", false)
                .published()
                .rollCall("sang", present)
                .must(CHAIR, new SittingCommand.OpenSitting(new SittingId("sang"), override))
                .must(CHAIR, new AgendaCommand.OpenItem(new ItemId("nq")));
    }

    private MinutesWriter wholeSession() {
        planned();
        morning();
        afternoon();
        council.must(CHAIR, new SittingCommand.EndSession());
        return writer();
    }

    private void planned() {
        council.planned("sang", "Phiên họp buổi sáng", DAY, EIGHT)
                .planned("chieu", "Phiên họp buổi chiều", DAY, EIGHT.plusSeconds(21_600))
                .item(
                        "dat",
                        "Dự thảo Nghị quyết thông qua Danh mục dự án cần thu hồi đất năm 2027 trên địa bàn tỉnh Điện Biên",
                        false)
                .item(
                        "ns",
                        "Dự thảo Nghị quyết về dự toán ngân sách địa phương và phương án phân bổ ngân sách cấp tỉnh năm 2027",
                        false)
                .published();
        for (var sitting : new String[] {"sang", "chieu"}) {
            council.must(
                    Council.delegate(60),
                    new AttendanceCommand.AnswerInvitation(
                            new SittingId(sitting), Intent.ABSENT, "Đi công tác nước ngoài", null));
        }
    }

    private void morning() {
        var morning = new SittingId("sang");
        council.rollCall("sang", 57)
                .pass(Duration.ofMinutes(45))
                .must(CHAIR, new SittingCommand.OpenSitting(morning, null))
                .pass(Duration.ofMinutes(3))
                .must(CHAIR, new AgendaCommand.OpenItem(new ItemId("ns")))
                .pass(Duration.ofMinutes(20))
                .must(
                        SECRETARY,
                        new AttendanceCommand.MarkPresence(morning, new PersonId("d58"), Presence.PRESENT, null))
                .must(CHAIR, new FloorCommand.GrantFloor(new PersonId("d12"), 300))
                .pass(Duration.ofSeconds(250))
                .must(CHAIR, new FloorCommand.GrantFloor(new PersonId("d33"), 300))
                .pass(Duration.ofSeconds(120))
                .must(CHAIR, new FloorCommand.EndSpeech())
                .voted("bq0", "ns", "Thông qua Nghị quyết về dự toán ngân sách địa phương năm 2027", 20, 20, 0)
                .must(CHAIR, new VotingCommand.VoidVote(new VoteId("bq0"), "Nhiều đại biểu bấm nhầm."))
                .voted("bq1", "ns", "Thông qua Nghị quyết về dự toán ngân sách địa phương năm 2027", 45, 8, 3)
                .must(CHAIR, new VotingCommand.CloseVote(new VoteId("bq1")))
                .pass(Duration.ofSeconds(20))
                .must(CHAIR, new VotingCommand.DeclareVote(new VoteId("bq1")))
                .must(
                        SECRETARY,
                        new AttendanceCommand.MarkPresence(
                                morning, new PersonId("d20"), Presence.LEFT, "Tiếp đoàn công tác của Trung ương"))
                .pass(Duration.ofMinutes(50))
                .must(CHAIR, new SittingCommand.EndSitting(morning));
    }

    private void afternoon() {
        var afternoon = new SittingId("chieu");
        council.pass(Duration.ofMinutes(180))
                .rollCall("chieu", 58)
                .pass(Duration.ofMinutes(10))
                .must(CHAIR, new SittingCommand.OpenSitting(afternoon, null))
                .must(CHAIR, new AgendaCommand.OpenItem(new ItemId("dat")))
                .pass(Duration.ofMinutes(35))
                .voted("bq2", "dat", "Thông qua Nghị quyết về danh mục dự án cần thu hồi đất năm 2027", 30, 20, 8)
                .must(CHAIR, new VotingCommand.CloseVote(new VoteId("bq2")))
                .must(CHAIR, new VotingCommand.DeclareVote(new VoteId("bq2")))
                .pass(Duration.ofMinutes(12))
                .must(CHAIR, new SittingCommand.EndSitting(afternoon));
    }

    private String name(int n) {
        return council.lanes.lane(SESSION).hall().roster().nameOf(new PersonId("d" + n));
    }

    private MinutesWriter writer() {
        var entries = council.journal.read(SESSION, 0, Integer.MAX_VALUE);
        return new MinutesWriter(SESSION, entries, HASH, person -> "Bà Hoàng Thị Thư", council.now());
    }

    private static byte[] bytes(MinutesWriter writer) throws IOException {
        var out = new ByteArrayOutputStream();
        writer.document().writeTo(out);
        return out.toByteArray();
    }

    /** Every run of blanks is one blank. Left in target/ for people to look at. */
    private static String text(MinutesWriter writer) throws IOException {
        var bytes = bytes(writer);
        Files.write(Files.createDirectories(Path.of("target", "minutes")).resolve(bytes.length + ".pdf"), bytes);
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}

package plenum.server.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import plenum.server.ballots.BallotSheet;
import plenum.server.ballots.Count;
import plenum.server.ballots.Handed;
import plenum.server.ballots.LineCount;
import plenum.server.ballots.LineOutcome;
import plenum.server.ballots.LineResult;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollEvent;
import plenum.server.ballots.SheetLine;
import plenum.server.ballots.Tellers;
import plenum.server.form.OfficialDocument;
import plenum.server.hall.Hall;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.Base;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Finding;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.LineId;
import plenum.server.kernel.Matter;
import plenum.server.kernel.Member;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;
import plenum.server.kernel.UnitId;
import plenum.server.sitting.SessionKind;
import plenum.server.sitting.SittingEvent.SessionPrepared;

/** What the papers of a rating say: line K of 58 sheets, low for more than half of them. */
final class PollPapersTest {
    private static final Instant AT = Instant.parse("2026-12-08T07:00:00Z");
    private static final PollId POLL = new PollId("tin-nhiem");
    private static final LineId LINE = new LineId("k");
    private static final List<PersonId> TELLERS = List.of(new PersonId("d1"), new PersonId("d2"), new PersonId("d3"));
    private static final Share MORE_THAN_HALF = new Share(1, 2, true, Base.BALLOTS_COLLECTED);
    private static final Matter RATING = new Matter(
            "rating",
            "Lấy phiếu tín nhiệm",
            SheetKind.RATING,
            List.of(BallotForm.SECRET_PAPER),
            List.of(
                    new BallotOption(OptionCode.HIGH, "Tín nhiệm cao"),
                    new BallotOption(OptionCode.MEDIUM, "Tín nhiệm"),
                    new BallotOption(OptionCode.LOW, "Tín nhiệm thấp")),
            MORE_THAN_HALF,
            List.of(new Finding("may-resign", "có thể xin từ chức", OptionCode.LOW, MORE_THAN_HALF)),
            TieRule.FAILS,
            false,
            false,
            false,
            "Nghị quyết số 96/2023/QH15");

    @Test
    void theSheetIsTheSameForEverybodyAndSaysHowToMarkIt() throws IOException {
        var hall = hall();
        var sheet = new PollPapers(hall, poll(hall), RATING).sheet(AT);
        assertThat(text(sheet))
                .contains("PHIẾU LẤY TÍN NHIỆM", "(Đóng dấu)", "Ông K", "Tín nhiệm cao", "Tín nhiệm thấp")
                .contains("Không ghi tên hoặc ký hiệu riêng lên phiếu");
    }

    @Test
    void theMinutesOfTheCountNameTheBaseTheFindingAndAllTellers() throws IOException {
        var hall = hall();
        var poll = poll(hall);
        var words = text(new PollPapers(hall, poll, RATING)
                .minutes(
                        Objects.requireNonNull(poll.result()),
                        poll.reckoning().orElseThrow(),
                        Objects.requireNonNull(poll.tellers())));
        assertThat(words)
                .contains("BIÊN BẢN KIỂM PHIẾU", "phiếu phát ra: 58 (đổi 1 phiếu hỏng)", "không hợp lệ: 0")
                .contains("tín nhiệm thấp 30/58, quá nửa số phiếu thu về (30/58): có thể xin từ chức")
                .contains("Đại biểu 1 (trưởng ban)", "Đại biểu 2", "Đại biểu 3", "TM. BAN KIỂM PHIẾU")
                .contains("nhập riêng và khớp nhau");
    }

    private static Poll poll(Hall hall) {
        return hall.polls().find(POLL).orElseThrow();
    }

    private static Hall hall() {
        var sheet = new BallotSheet(
                "rating",
                "Lấy phiếu tín nhiệm người giữ chức vụ do HĐND bầu",
                null,
                List.of(new SheetLine(LINE, "Ông K", "Giám đốc Sở, Ủy viên UBND", null)));
        var marks = Map.of(OptionCode.HIGH, 10, OptionCode.MEDIUM, 18, OptionCode.LOW, 30);
        var count = new Count(58, 58, 0, List.of(new LineCount(LINE, marks, 0)));
        var result = new LineResult(LINE, LineOutcome.RATED, List.of("may-resign"));
        var hall = Hall.start(new SessionId("ky-hop"), entry(1, prepared()));
        var seq = 1;
        for (var event : List.<SessionEvent>of(
                new PollEvent.Prepared(POLL, new ItemId("nd"), BallotForm.SECRET_PAPER, sheet, null),
                new PollEvent.TellersNamed(POLL, new Tellers(TELLERS, TELLERS.getFirst(), null)),
                new PollEvent.IssueOpened(POLL, RATING, TELLERS, 60, null),
                new PollEvent.Issued(POLL, new Handed(58, 1)),
                new PollEvent.BoxClosed(POLL),
                new PollEvent.Counted(POLL, TELLERS.subList(0, 2), count, List.of(result)))) {
            hall = hall.apply(entry(++seq, event));
        }
        return hall;
    }

    private static JournalEntry entry(long seq, SessionEvent event) {
        return new JournalEntry(seq, AT, new PersonId("thu-ky"), Set.of(), Optional.empty(), event);
    }

    private static SessionPrepared prepared() {
        return new SessionPrepared(
                new BodyId("hdnd"),
                "Hội đồng nhân dân tỉnh Điện Biên",
                new UnitId("11"),
                "Tỉnh Điện Biên",
                "Kỳ họp thứ mười tám",
                18,
                SessionKind.REGULAR,
                new RuleSet(
                        "quy-che",
                        1,
                        "Quy chế",
                        LocalDate.of(2026, 1, 1),
                        60,
                        new Share(2, 3, false, Base.TOTAL_MEMBERS),
                        new Share(1, 2, true, Base.TOTAL_MEMBERS),
                        true,
                        600),
                TELLERS.stream()
                        .map(person ->
                                new Member(person, "Đại biểu " + person.value().substring(1), "", "Tổ 1", ""))
                        .toList());
    }

    private static String text(OfficialDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.writeTo(out);
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}

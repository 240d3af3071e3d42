package plenum.server.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import plenum.server.ballots.Issue;
import plenum.server.ballots.Poll;
import plenum.server.ballots.Reckoning;
import plenum.server.ballots.SheetLine;
import plenum.server.ballots.Tellers;
import plenum.server.form.Align;
import plenum.server.form.Block;
import plenum.server.form.Letterhead;
import plenum.server.form.OfficialDocument;
import plenum.server.form.Paragraph;
import plenum.server.form.Signature;
import plenum.server.form.Table;
import plenum.server.form.Text;
import plenum.server.hall.Hall;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.Matter;
import plenum.server.kernel.SheetKind;

/**
 * The papers of one secret ballot: the sheet that is handed out, the same for everybody, and the minutes of the count.
 */
final class PollPapers {
    private final Hall hall;
    private final Poll poll;
    private final Matter matter;

    PollPapers(Hall hall, Poll poll, Matter matter) {
        this.hall = hall;
        this.poll = poll;
        this.matter = matter;
    }

    OfficialDocument sheet(Instant now) {
        return OfficialDocument.builder(kind() + " " + poll.sheet().title(), Wording.day(now))
                .head(new Letterhead("", MinutesWriter.organ(hall.sittings().bodyName()), "", "", "(Đóng dấu)"))
                .type(kind())
                .about(poll.sheet().title())
                .add(plain(how()))
                .add(marks())
                .add(plain("Phiếu không do Ban kiểm phiếu phát ra hoặc không đóng dấu là phiếu không hợp lệ. Phiếu viết"
                        + " hỏng được đổi tại bàn Ban kiểm phiếu. Không ghi tên hoặc ký hiệu riêng lên phiếu."))
                .build();
    }

    private BodyKind body() {
        return hall.sittings().bodyKind();
    }

    private String kind() {
        return switch (matter.sheet()) {
            case ELECTION -> "PHIẾU BẦU";
            case RATING -> "PHIẾU LẤY TÍN NHIỆM";
            case CONFIDENCE -> "PHIẾU TÍN NHIỆM";
            case APPROVAL, DECISION -> "PHIẾU BIỂU QUYẾT";
        };
    }

    private String how() {
        if (matter.sheet() == SheetKind.ELECTION) {
            return ("%s chọn không quá %d người bằng cách đánh dấu X vào ô bên cạnh họ tên. Phiếu chọn quá %d"
                            + " người là phiếu không hợp lệ; phiếu không chọn ai %s.")
                    .formatted(
                            body().memberFirst(),
                            poll.sheet().seats(),
                            poll.sheet().seats(),
                            matter.blankValid() ? "là phiếu hợp lệ" : "là phiếu không hợp lệ");
        }
        return "Ở mỗi dòng, " + body().member()
                + " đánh dấu X vào một ô. Dòng đánh dấu nhiều hơn một ô hoặc không đánh dấu là không"
                + " hợp lệ đối với dòng đó; các dòng khác vẫn được tính.";
    }

    private Table marks() {
        var columns = new ArrayList<Table.Column>();
        columns.add(new Table.Column("STT", 0.8f, Align.CENTER));
        columns.add(new Table.Column(
                matter.sheet() == SheetKind.DECISION ? "Vấn đề" : "Họ và tên, chức vụ", 5, Align.LEFT));
        matter.options().forEach(option -> columns.add(new Table.Column(option.label(), 1.7f, Align.CENTER)));
        var rows = new ArrayList<Table.Row>();
        poll.sheet().lines().forEach(line -> rows.add(row(line, rows.size() + 1)));
        return Table.of(columns, rows);
    }

    private Table.Row row(SheetLine line, int number) {
        var cells = new ArrayList<Text>();
        cells.add(Text.plain(Integer.toString(number)));
        cells.add(Text.plain(PollTables.named(line)));
        matter.options().forEach(option -> cells.add(Text.plain(" ")));
        return new Table.Row(cells, false);
    }

    /** The tellers sign it on paper. */
    OfficialDocument minutes(Poll.Result result, Reckoning reckoning, Tellers tellers) {
        var tables = new PollTables(body(), poll, result, reckoning);
        var session = hall.sittings();
        return OfficialDocument.builder("Biên bản kiểm phiếu " + poll.sheet().title(), Wording.day(result.at()))
                .head(new Letterhead(
                        "",
                        MinutesWriter.organ(session.bodyName()) + "\nBAN KIỂM PHIẾU",
                        "",
                        Wording.placeDate(MinutesWriter.place(session.unitName()), Wording.day(result.at())),
                        ""))
                .type("BIÊN BẢN KIỂM PHIẾU")
                .about(poll.sheet().title())
                .footer("Nhật ký kỳ họp, lượt bỏ phiếu " + poll.pollId())
                .addAll(beginning(reckoning.issue(), tellers))
                .heading("III. SỐ PHIẾU")
                .add(plain("Tổng số " + body().member() + ": "
                        + reckoning.issue().totalMembers() + ". " + tables.sheets()))
                .heading("IV. KẾT QUẢ KIỂM PHIẾU")
                .addAll(tables.blocks())
                .add(plain(agreed(result)))
                .addAll(signing(tellers))
                .closing(
                        List.of("Chủ tọa kỳ họp", "Lưu: hồ sơ kỳ họp"),
                        Signature.of("", "CHỦ TỌA"),
                        Signature.of(hall.roster().nameOf(tellers.head()), "TM. BAN KIỂM PHIẾU", "TRƯỞNG BAN"))
                .build();
    }

    private String agreed(Poll.Result result) {
        var when = Wording.moment(result.at()) + ": " + people(result) + ".";
        return ElectronicWords.of(body(), poll)
                .map(words -> "Hòm phiếu điện tử được mở khi hai thành viên Ban kiểm phiếu cùng duyệt, lúc " + when
                        + " " + words)
                .orElseGet(() -> "Kết quả được hai thành viên Ban kiểm phiếu nhập riêng và khớp nhau lúc " + when);
    }

    private List<Block> beginning(Issue issue, Tellers tellers) {
        var citation = matter.citation().isBlank() ? "quy chế của kỳ họp" : matter.citation();
        return List.of(
                Paragraph.heading(Text.plain("I. THỜI GIAN, NỘI DUNG")),
                plain("Phát phiếu lúc " + Wording.moment(issue.at()) + ", tại "
                        + hall.sittings().title() + "; loại việc: "
                        + matter.name().toLowerCase(Locale.forLanguageTag("vi")) + ", theo " + citation + "."),
                Paragraph.heading(Text.plain("II. BAN KIỂM PHIẾU")),
                plain("Ban kiểm phiếu gồm " + tellers.people().size() + " thành viên, trưởng ban là "
                        + hall.roster().nameOf(tellers.head()) + "."));
    }

    private String people(Poll.Result result) {
        return String.join(
                "; ", result.keyedBy().stream().map(hall.roster()::nameOf).toList());
    }

    private List<Block> signing(Tellers tellers) {
        var columns = List.of(
                new Table.Column("STT", 0.8f, Align.CENTER),
                new Table.Column("Thành viên Ban kiểm phiếu", 4, Align.LEFT),
                new Table.Column("Chữ ký", 4, Align.CENTER));
        var rows = IntStream.range(0, tellers.people().size())
                .mapToObj(at -> Table.Row.of(
                        Integer.toString(at + 1),
                        hall.roster().nameOf(tellers.people().get(at))
                                + (tellers.people().get(at).equals(tellers.head()) ? " (trưởng ban)" : ""),
                        "\n\n"))
                .toList();
        return List.of(Wording.lead(Text.plain("Các thành viên Ban kiểm phiếu cùng ký tên:")), Table.of(columns, rows));
    }

    private static Block plain(String words) {
        return Paragraph.body(Text.plain(words));
    }
}

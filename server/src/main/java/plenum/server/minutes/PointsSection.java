package plenum.server.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import plenum.server.form.Align;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Table;
import plenum.server.form.Text;
import plenum.server.points.Reply;

/** The part of the minutes that tells how the points of the conference took part. */
final class PointsSection {
    private final PointReport report;

    PointsSection(PointReport report) {
        this.report = report;
    }

    List<Block> blocks(String number) {
        var blocks = new ArrayList<Block>();
        blocks.add(Paragraph.heading(Text.plain(number + ". TÌNH HÌNH CÁC ĐIỂM CẦU")));
        blocks.add(line("1. Số điểm cầu được mời: ", invited()));
        blocks.add(line("2. Không tham gia: ", absent()));
        blocks.add(line("3. Chưa trả lời: ", names(rows(Reply.State.INVITED))));
        var came = rows(Reply.State.ASSIGNED);
        if (!came.isEmpty()) {
            blocks.add(Wording.lead(Text.plain("4. Các điểm cầu tham gia:")));
            blocks.add(table(came));
        }
        return blocks;
    }

    private String invited() {
        var joined =
                report.rows().stream().filter(row -> row.joinedAt() != null).count();
        var late = report.rows().stream().filter(row -> !row.late().isZero()).count();
        return "%d; tham gia: %d; đã vào phòng họp trực tuyến: %d, trong đó %d vào sau khi khai mạc."
                .formatted(report.rows().size(), rows(Reply.State.ASSIGNED).size(), joined, late);
    }

    private String absent() {
        var refused = rows(Reply.State.REFUSED);
        return refused.isEmpty()
                ? "không có."
                : refused.stream()
                                .map(row ->
                                        name(row) + " (" + row.point().reply().reason() + ")")
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    private static String names(List<PointReport.Row> rows) {
        return rows.isEmpty()
                ? "không có."
                : rows.size() + " đơn vị: "
                        + rows.stream().map(PointsSection::name).collect(Collectors.joining("; ")) + ".";
    }

    private Table table(List<PointReport.Row> rows) {
        var columns = List.of(
                new Table.Column("Điểm cầu", 4, Align.LEFT),
                new Table.Column("Có mặt / dự kiến", 2, Align.CENTER),
                new Table.Column("Lãnh đạo dự", 4, Align.LEFT),
                new Table.Column("Chạy thử", 2, Align.CENTER),
                new Table.Column("Vào phòng lúc", 2, Align.CENTER),
                new Table.Column("Mất tín hiệu", 2, Align.CENTER),
                new Table.Column("Được mời phát biểu", 2, Align.CENTER));
        return Table.small(columns, rows.stream().map(this::row).toList());
    }

    private Table.Row row(PointReport.Row row) {
        var point = row.point();
        return Table.Row.of(
                name(row),
                present(row),
                leaders(row),
                point.trial().grade().map(PointSheet::words).orElse("Chưa chạy thử"),
                row.joinedAt() == null ? "Không vào" : Wording.seconds(row.joinedAt()),
                row.lost() == 0 ? "Không" : row.lost() + " lần, " + row.away().toSeconds() + " giây",
                row.called() == 0 ? "Không" : row.called() + " lần");
    }

    /** Of each sitting, where there were several. */
    private String present(PointReport.Row row) {
        var counted = report.sittings().stream()
                .flatMap(sitting -> row.point().roll(sitting.sittingId()).stream())
                .map(roll -> roll.present() + "/" + row.point().reply().expected() + (roll.late() ? " (báo muộn)" : ""))
                .collect(Collectors.joining("; "));
        return counted.isEmpty() ? "Chưa điểm danh" : counted;
    }

    private String leaders(PointReport.Row row) {
        return report.sittings().stream()
                .flatMap(sitting -> row.point().roll(sitting.sittingId()).stream())
                .flatMap(roll -> roll.leaders().stream())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<PointReport.Row> rows(Reply.State state) {
        return report.rows().stream()
                .filter(row -> row.point().reply().state() == state)
                .toList();
    }

    private static String name(PointReport.Row row) {
        return row.point().invitation().name();
    }

    private static Block line(String what, String words) {
        return Paragraph.body(Text.plain(what + words));
    }
}

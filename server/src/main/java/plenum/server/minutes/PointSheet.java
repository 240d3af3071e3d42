package plenum.server.minutes;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.platform.Csv;
import plenum.server.points.Attendee;
import plenum.server.points.Grade;
import plenum.server.points.Reply;
import plenum.server.points.Technician;
import plenum.server.sitting.Sitting;

/** The report of points as CSV. */
final class PointSheet {
    private final PointReport report;

    private PointSheet(PointReport report) {
        this.report = report;
    }

    static String of(PointReport report) {
        var sheet = new PointSheet(report);
        return Csv.of(sheet.head(), report.rows().stream().map(sheet::cells));
    }

    private List<String> head() {
        var head = new ArrayList<>(List.of(
                "Điểm cầu",
                "Cấp",
                "Trả lời",
                "Lý do",
                "Cán bộ kỹ thuật",
                "Điện thoại",
                "Người dự được phân công",
                "Dự kiến (người)"));
        for (var sitting : report.sittings()) {
            head.add("Có mặt: " + sitting.title());
            head.add("Lãnh đạo: " + sitting.title());
            head.add("Điểm danh muộn: " + sitting.title());
        }
        head.addAll(List.of(
                "Chạy thử",
                "Số lần chạy thử",
                "Kết luận",
                "Vào phòng lúc",
                "Vào muộn (giây)",
                "Trong phòng (giây)",
                "Số lần mất tín hiệu",
                "Mất tín hiệu (giây)",
                "Số lần được mời phát biểu",
                "Trên màn hình chính (giây)",
                "Đo chất lượng (giây)",
                "Tốc độ nhận từ điểm cầu (kbit/s)",
                "Tốc độ gửi đến điểm cầu (kbit/s)",
                "Mất gói chiều lên (%)",
                "Mất gói chiều xuống (%)",
                "Mất gói cao nhất (%)",
                "Độ trễ (ms)",
                "Độ trễ cao nhất (ms)",
                "Đường truyền kém (giây)"));
        return head;
    }

    private List<String> cells(PointReport.Row row) {
        var point = row.point();
        var reply = point.reply();
        var verdict = point.trial().verdict();
        var cells = new ArrayList<>(List.of(
                point.invitation().name(),
                Integer.toString(point.invitation().level()),
                words(reply.state()),
                text(reply.reason()),
                reply.technician() == null ? "" : reply.technician().name(),
                reply.technician() == null ? "" : phone(reply.technician()),
                reply.attendees().stream().map(PointSheet::named).collect(Collectors.joining("; ")),
                Integer.toString(reply.expected())));
        report.sittings().forEach(sitting -> roll(row, sitting).forEach(cells::add));
        cells.addAll(List.of(
                point.trial().grade().map(PointSheet::words).orElse("Chưa chạy thử"),
                Integer.toString(point.trial().count()),
                verdict == null ? "" : verdict.note(),
                row.joinedAt() == null
                        ? ""
                        : Wording.date(Wording.day(row.joinedAt())) + " " + Wording.seconds(row.joinedAt()),
                seconds(row.late()),
                seconds(row.inRoom()),
                Integer.toString(row.lost()),
                seconds(row.away()),
                Integer.toString(row.called()),
                seconds(row.onStage())));
        quality(row).forEach(cells::add);
        return cells;
    }

    private static Stream<String> roll(PointReport.Row row, Sitting sitting) {
        return row.point()
                .roll(sitting.sittingId())
                .map(roll -> Stream.of(
                        Integer.toString(roll.present()), String.join("; ", roll.leaders()), roll.late() ? "Muộn" : ""))
                .orElse(Stream.of("", "", ""));
    }

    private static Stream<String> quality(PointReport.Row row) {
        var line = row.line();
        return line == null
                ? Stream.generate(() -> "").limit(9)
                : Stream.of(
                        Integer.toString(line.seconds()),
                        Integer.toString(line.upKbps()),
                        Integer.toString(line.downKbps()),
                        percent(line.upLossPermille()),
                        percent(line.downLossPermille()),
                        percent(line.worstLossPermille()),
                        line.roundTripMs() == 0 ? "" : Integer.toString(line.roundTripMs()),
                        line.worstRoundTripMs() == 0 ? "" : Integer.toString(line.worstRoundTripMs()),
                        Integer.toString(line.poorSeconds()));
    }

    static String words(Reply.State state) {
        return switch (state) {
            case INVITED -> "Chưa trả lời";
            case ASSIGNED -> "Tham gia";
            case REFUSED -> "Không tham gia";
        };
    }

    static String words(Grade grade) {
        return switch (grade) {
            case GREEN -> "Đạt";
            case AMBER -> "Đạt có điều kiện";
            case RED -> "Chưa đạt";
        };
    }

    static String percent(int permille) {
        return BigDecimal.valueOf(permille, 1).toPlainString().replace('.', ',');
    }

    private static String named(Attendee one) {
        return one.position().isBlank() ? one.name() : one.name() + " (" + one.position() + ")";
    }

    private static String phone(Technician one) {
        return text(one.phone());
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }
}

package plenum.server.demo;

import java.time.LocalDateTime;
import java.util.List;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SittingId;

/** The province's online conference with its communes: an agenda, one paper, and points. */
public record DemoConference(DemoSession session, List<DemoPoint> points) {
    private static final SittingId SITTING = new SittingId("phien-1");
    private static final ItemId REPORT = new ItemId("bao-cao");

    public DemoConference {
        points = List.copyOf(points);
    }

    /** @param papers of the province's session, of which one is presented here too */
    static DemoConference of(List<DemoPaper> papers) {
        DemoSession session = new DemoSession(
                DemoProvince.CONFERENCE,
                DemoProvince.COMMITTEE,
                "Hội nghị trực tuyến triển khai nhiệm vụ phát triển kinh tế - xã hội năm 2027",
                14,
                List.of(new DemoSitting(
                        SITTING, "Sáng ngày 11/12/2026, trực tuyến", LocalDateTime.parse("2026-12-11T08:00"))),
                List.of(
                        item(new ItemId("khai-mac"), "1", ItemKind.PROCEDURE, "Khai mạc, điểm danh các điểm cầu", 15),
                        item(REPORT, "2", ItemKind.REPORT, "Báo cáo kinh tế - xã hội năm 2026, nhiệm vụ năm 2027", 30),
                        item(new ItemId("tham-luan"), "3", ItemKind.DISCUSSION, "Các điểm cầu phát biểu", 90),
                        item(new ItemId("ket-luan"), "4", ItemKind.PROCEDURE, "Kết luận hội nghị", 15)),
                papers.stream()
                        .filter(paper -> paper.kind() == PaperKind.REPORT)
                        .limit(1)
                        .map(DemoConference::presented)
                        .toList());
        return new DemoConference(
                session, Stock.rows("points.txt").stream().map(DemoPoint::of).toList());
    }

    private static DemoItem item(ItemId id, String number, ItemKind kind, String title, int minutes) {
        return new DemoItem(id, number, null, SITTING, kind, title, "", minutes, null);
    }

    private static DemoPaper presented(DemoPaper paper) {
        return new DemoPaper(
                new PaperId("bao-cao-hoi-nghi"),
                REPORT,
                paper.kind(),
                paper.title(),
                paper.number(),
                paper.date(),
                paper.fileName(),
                paper.content());
    }
}

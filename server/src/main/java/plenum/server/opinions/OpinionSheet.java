package plenum.server.opinions;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Item;
import plenum.server.hall.Hall;
import plenum.server.kernel.Member;
import plenum.server.platform.Csv;

/** The opinions on an item as CSV. */
final class OpinionSheet {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final List<String> HEAD =
            List.of("Họ và tên", "Tổ", "Ý kiến", "Nội dung", "Tài liệu", "Viết lúc", "Nhận lúc", "Gửi muộn");

    private OpinionSheet() {}

    static String of(Hall hall, Item item, Map<String, Opinion> given) {
        var rows = hall.roster().members().stream()
                .map(member ->
                        row(member, item, given.get(Opinion.key(hall.session(), item.itemId(), member.personId()))));
        return Csv.of(HEAD, rows);
    }

    private static List<String> row(Member member, Item item, @Nullable Opinion opinion) {
        var group = Optional.ofNullable(member.group()).orElse("");
        if (opinion == null) {
            return List.of(member.name(), group, "Chưa gửi", "", "", "", "", "");
        }
        return List.of(
                member.name(),
                group,
                opinion.stance().words(),
                Optional.ofNullable(opinion.text()).orElse(""),
                paper(item, opinion),
                time(opinion.writtenAt()),
                time(opinion.at()),
                opinion.late() ? "Gửi muộn" : "");
    }

    private static String paper(Item item, Opinion opinion) {
        return item.papers().stream()
                .filter(paper -> paper.paperId().equals(opinion.paperId()))
                .map(paper -> paper.facts().title())
                .findFirst()
                .orElse("");
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}

package plenum.server.minutes;

import java.util.ArrayList;
import java.util.List;
import plenum.server.ballots.Issue;
import plenum.server.ballots.Poll;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Text;

/** How the minutes of a session tell one secret ballot. */
final class PollSection {
    private final Poll poll;
    private final Names names;

    PollSection(Poll poll, Names names) {
        this.poll = poll;
        this.names = names;
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.lead(Text.bold("Bỏ phiếu kín: ")
                .and(Text.plain(Wording.sentence(poll.sheet().title())))));
        if (poll.issue() != null) {
            blocks.addAll(course(poll.issue()));
        }
        ElectronicWords.of(names.body(), poll).ifPresent(words -> blocks.add(plain(words)));
        var result = poll.result();
        if (result != null) {
            poll.reckoning().ifPresent(reckoning -> {
                var tables = new PollTables(names.body(), poll, result, reckoning);
                blocks.add(plain(tables.sheets()));
                blocks.addAll(tables.blocks());
            });
        }
        blocks.add(plain(end()));
        return blocks;
    }

    private List<Block> course(Issue issue) {
        var blocks = new ArrayList<Block>();
        blocks.add(plain("Phát phiếu lúc %s cho %d %s có mặt, theo %s."
                .formatted(
                        Wording.clock(issue.at()),
                        issue.eligible().size(),
                        names.body().member(),
                        issue.matter().citation().isBlank()
                                ? "quy chế của kỳ họp"
                                : issue.matter().citation())));
        if (poll.tellers() != null) {
            blocks.add(plain("Ban kiểm phiếu: " + names.list(poll.tellers().people()) + "; trưởng ban "
                    + names.of(poll.tellers().head()) + "."));
        }
        if (issue.overrideReason() != null) {
            blocks.add(plain("Việc bỏ phiếu được tiến hành khi không đủ số "
                    + names.body().member()
                    + " theo quy định, theo quyết định của Chủ tọa. Lý do: "
                    + Wording.sentence(issue.overrideReason())));
        }
        return blocks;
    }

    private String end() {
        if (poll.voidReason() != null) {
            return "Lượt bỏ phiếu này bị hủy" + (poll.onTablets() ? "" : " theo quyết định của Chủ tọa")
                    + ", không có kết quả. Lý do: "
                    + Wording.sentence(poll.voidReason());
        }
        return poll.declaredAt() == null
                ? "Kết quả chưa được công bố."
                : "Kết quả được công bố lúc " + Wording.clock(poll.declaredAt()) + ".";
    }

    private static Block plain(String words) {
        return Paragraph.body(Text.plain(words));
    }
}

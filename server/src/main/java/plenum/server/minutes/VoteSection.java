package plenum.server.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plenum.server.form.Align;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Table;
import plenum.server.form.Text;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.RuleWords;
import plenum.server.kernel.Substitute;
import plenum.server.voting.Outcome;
import plenum.server.voting.VotingEvent;

/** How the minutes tell one vote. All numbers are those of its events; only percentages are computed here. */
final class VoteSection {
    private final VoteAccount vote;
    private final Names names;

    VoteSection(VoteAccount vote, Names names) {
        this.vote = vote;
        this.names = names;
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.lead(Text.bold("Biểu quyết: ").and(Text.plain(Wording.sentence(vote.title())))));
        blocks.add(Wording.lead(Text.plain(course(vote, names))));
        blocks.addAll(breaks(vote, names));
        if (!vote.byHand().isEmpty()) {
            blocks.add(Paragraph.body(Text.plain(byHand(vote.byHand(), names))));
        }
        if (vote.closed() != null) {
            blocks.add(counts(vote.closed()));
            blocks.add(Paragraph.body(result(vote.closed())));
        }
        if (vote.voided() != null && vote.voidedAt() != null) {
            blocks.add(Paragraph.body(Text.bold("Lượt biểu quyết này bị hủy")
                    .and(Text.plain(" lúc " + Wording.clock(vote.voidedAt())
                            + " theo quyết định của Chủ tọa; kết quả không có giá trị. Lý do: "
                            + Wording.sentence(vote.voided().reason())))));
        }
        return blocks;
    }

    /** What was out of the ordinary in its course. */
    static List<Block> breaks(VoteAccount vote, Names names) {
        var blocks = new ArrayList<Block>();
        if (vote.opened().overrideReason() != null) {
            blocks.add(Paragraph.body(Text.plain(
                    "Biểu quyết được tiến hành khi không đủ số " + names.body().member()
                            + " theo quy định, theo quyết định của Chủ tọa. Lý do: "
                            + Wording.sentence(vote.opened().overrideReason()))));
        }
        vote.holds().forEach(hold -> blocks.add(Paragraph.body(Text.plain(held(hold)))));
        return blocks;
    }

    /** Whose ballots were written down, and by whom; the choice stands in the list of ballots. */
    static String byHand(List<VotingEvent.Countersigned> ballots, Names names) {
        var each = ballots.stream()
                .map(one -> "%s (%s; người ghi: %s; người xác nhận: %s)"
                        .formatted(names.of(one.personId()), one.reason(), one.clerkName(), one.countersignerName()))
                .collect(Collectors.joining("; "));
        return "Biểu quyết được ghi hộ, có người thứ hai xác nhận (%d): %s.".formatted(ballots.size(), each);
    }

    private static String held(VoteAccount.Break hold) {
        var until = hold.until() == null ? "" : " đến " + Wording.clock(hold.until());
        return "Tạm dừng từ " + Wording.clock(hold.from()) + until + ". Lý do: " + Wording.sentence(hold.reason());
    }

    static String course(VoteAccount vote, Names names) {
        var course = new StringBuilder("Bắt đầu lúc " + Wording.clock(vote.openedAt()));
        if (vote.closedAt() != null) {
            course.append(", kết thúc lúc ").append(Wording.clock(vote.closedAt()));
        }
        if (vote.declaredAt() != null) {
            course.append(", công bố kết quả lúc ").append(Wording.clock(vote.declaredAt()));
        }
        course.append("; ")
                .append(vote.opened().eligible().size())
                .append(" " + names.body().member() + " có mặt có quyền biểu quyết.");
        var substitutes = vote.opened().substitutes();
        if (substitutes != null) {
            var each = substitutes.stream().map(Substitute::named).collect(Collectors.joining("; "));
            course.append(" Trong đó có người dự thay: ").append(each).append('.');
        }
        if (vote.closed() == null && vote.voided() == null) {
            course.append(" Đang biểu quyết.");
        }
        return course.toString();
    }

    private Table counts(VotingEvent.Closed closed) {
        var counts = List.of(closed.forCount(), closed.againstCount(), closed.abstainCount(), closed.notVoted());
        var base = vote.base(closed);
        return Table.of(
                columns(),
                List.of(
                        row(
                                "Số " + names.body().member(),
                                counts.stream().map(String::valueOf).toList()),
                        row(
                                "Tỷ lệ trên "
                                        + RuleWords.base(
                                                names.body(),
                                                vote.opened().rule().base()) + " (" + base + ")",
                                counts.stream()
                                        .map(count -> Wording.percent(count, base))
                                        .toList())));
    }

    private static Table.Row row(String head, List<String> cells) {
        return Table.Row.of(IntStream.rangeClosed(0, cells.size())
                .mapToObj(i -> i == 0 ? head : cells.get(i - 1))
                .toArray(String[]::new));
    }

    private List<Table.Column> columns() {
        return List.of(
                new Table.Column("", 3.4f, Align.LEFT),
                new Table.Column(vote.label(OptionCode.FOR, "Tán thành"), 2, Align.CENTER),
                new Table.Column(vote.label(OptionCode.AGAINST, "Không tán thành"), 2, Align.CENTER),
                new Table.Column(vote.label(OptionCode.ABSTAIN, "Không biểu quyết"), 2, Align.CENTER),
                new Table.Column("Chưa biểu quyết", 2, Align.CENTER));
    }

    private String label() {
        return vote.label(OptionCode.FOR, "Tán thành");
    }

    private Text result(VotingEvent.Closed closed) {
        var base = vote.base(closed);
        var rule = vote.opened().rule();
        var words =
                RuleWords.result(names.body(), closed.forCount(), base, rule, label().toLowerCase(Wording.VIETNAMESE))
                        + ". ";
        var tie = Boolean.TRUE.equals(closed.byChair())
                ? "Số phiếu “%s” và “%s” ngang nhau: quyết định theo phía Chủ tọa biểu quyết. "
                        .formatted(label(), vote.label(OptionCode.AGAINST, "Không tán thành"))
                : "";
        return Text.plain(words + tie + "Kết quả: ")
                .and(Text.bold(closed.outcome() == Outcome.PASSED ? "THÔNG QUA." : "KHÔNG THÔNG QUA."));
    }
}

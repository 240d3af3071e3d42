package plenum.server.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plenum.server.form.Align;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Table;
import plenum.server.form.Text;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.RuleWords;
import plenum.server.voting.Outcome;

/** How the minutes tell several votes that were opened together: once how it went, then one row for each. */
final class BatchSection {
    private final List<VoteAccount> votes;
    private final Names names;

    /** @param votes at least one */
    BatchSection(List<VoteAccount> votes, Names names) {
        this.votes = votes;
        this.names = names;
    }

    List<Block> blocks() {
        var first = votes.getFirst();
        var blocks = new ArrayList<Block>();
        blocks.add(Wording.lead(Text.bold(
                        "Biểu quyết %d nội dung trong một lượt, mỗi nội dung một phiếu riêng: ".formatted(votes.size()))
                .and(Text.plain(VoteSection.course(first, names)))));
        VoteSection.breaks(first, names).forEach(blocks::add);
        var rule = first.opened().rule();
        blocks.add(Wording.lead(Text.plain("Yêu cầu: %s (%d trên %d)."
                .formatted(
                        RuleWords.share(names.body().member(), rule),
                        rule.needed(first.opened().baseSize()),
                        first.opened().baseSize()))));
        blocks.add(Table.of(
                columns(), IntStream.range(0, votes.size()).mapToObj(this::row).toList()));
        var byHand = votes.stream().flatMap(vote -> vote.byHand().stream()).toList();
        if (!byHand.isEmpty()) {
            blocks.add(Paragraph.body(Text.plain(VoteSection.byHand(byHand, names::of))));
        }
        return blocks;
    }

    private Table.Row row(int at) {
        var vote = votes.get(at);
        var closed = vote.closed();
        return closed == null
                ? Table.Row.of(Integer.toString(at + 1), vote.title(), "", "", "", "", verdict(vote, null))
                : Table.Row.of(
                        Integer.toString(at + 1),
                        vote.title(),
                        Integer.toString(closed.forCount()),
                        Integer.toString(closed.againstCount()),
                        Integer.toString(closed.abstainCount()),
                        Integer.toString(closed.notVoted()),
                        verdict(vote, closed.outcome()));
    }

    private static String verdict(VoteAccount vote, @Nullable Outcome outcome) {
        if (vote.voided() != null) {
            return "Bị hủy: " + vote.voided().reason();
        }
        if (outcome == null) {
            return "Đang biểu quyết";
        }
        return outcome == Outcome.PASSED ? "Thông qua" : "Không thông qua";
    }

    /** The words of the ballots where all say the same. */
    private String label(OptionCode option, String usual) {
        var words =
                votes.stream().map(vote -> vote.label(option, usual)).distinct().toList();
        return words.size() == 1 ? words.getFirst() : usual;
    }

    private List<Table.Column> columns() {
        return List.of(
                new Table.Column("TT", 0.9f, Align.CENTER),
                new Table.Column("Nội dung", 6, Align.LEFT),
                new Table.Column(label(OptionCode.FOR, "Tán thành"), 1.6f, Align.CENTER),
                new Table.Column(label(OptionCode.AGAINST, "Không tán thành"), 1.6f, Align.CENTER),
                new Table.Column(label(OptionCode.ABSTAIN, "Không biểu quyết"), 1.6f, Align.CENTER),
                new Table.Column("Chưa biểu quyết", 1.6f, Align.CENTER),
                new Table.Column("Kết quả", 2.2f, Align.CENTER));
    }
}

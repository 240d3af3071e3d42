package plenum.server.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plenum.server.ballots.LineOutcome;
import plenum.server.ballots.LineResult;
import plenum.server.ballots.Poll;
import plenum.server.ballots.Reckoning;
import plenum.server.ballots.SheetLine;
import plenum.server.form.Align;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Table;
import plenum.server.form.Text;
import plenum.server.kernel.Base;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.Finding;
import plenum.server.kernel.Matter;
import plenum.server.kernel.RuleWords;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;

/** The result of a secret ballot as minutes print it: the sheets, each line, the rule with its base, what follows. */
final class PollTables {
    private final BodyKind body;
    private final Poll poll;
    private final Poll.Result result;
    private final Reckoning reckoning;

    PollTables(BodyKind body, Poll poll, Poll.Result result, Reckoning reckoning) {
        this.body = body;
        this.poll = poll;
        this.result = result;
        this.reckoning = reckoning;
    }

    /** Present, handed out, replaced, collected, valid, invalid. */
    String sheets() {
        return "%s có mặt: %d; phiếu phát ra: %d (đổi %d phiếu hỏng); phiếu thu về: %d; hợp lệ: %d; không hợp lệ: %d."
                .formatted(
                        body.memberFirst(),
                        reckoning.issue().eligible().size(),
                        reckoning.handed().issued(),
                        reckoning.handed().spoiled(),
                        result.count().collected(),
                        result.count().valid(),
                        result.count().invalid());
    }

    List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(table());
        if (matter().sheet() != SheetKind.RATING) {
            blocks.add(Paragraph.body(Text.plain("Yêu cầu " + needed(matter().pass()) + ".")));
        }
        result.lines().forEach(line -> conclusions(line).forEach(words -> blocks.add(Paragraph.body(words))));
        return blocks;
    }

    private Table table() {
        var columns = new ArrayList<Table.Column>();
        columns.add(new Table.Column("STT", 0.8f, Align.CENTER));
        columns.add(new Table.Column("Họ và tên", 4, Align.LEFT));
        matter().options().forEach(option -> columns.add(new Table.Column(option.label(), 1.8f, Align.CENTER)));
        if (matter().sheet() != SheetKind.ELECTION) {
            columns.add(new Table.Column("Không hợp lệ ở dòng này", 1.8f, Align.CENTER));
        }
        var rows = new ArrayList<Table.Row>();
        poll.sheet().lines().forEach(line -> rows.add(row(line, rows.size() + 1)));
        return Table.of(columns, rows);
    }

    private Table.Row row(SheetLine line, int number) {
        var count = result.count().of(line.lineId());
        var cells = new ArrayList<Text>();
        cells.add(Text.plain(Integer.toString(number)));
        cells.add(Text.plain(named(line)));
        matter().options().forEach(option -> cells.add(Text.plain(share(count.of(option.code())))));
        if (matter().sheet() != SheetKind.ELECTION) {
            cells.add(Text.plain(Integer.toString(count.invalid())));
        }
        return new Table.Row(cells, false);
    }

    private String share(int marks) {
        var base = matter().sheet() == SheetKind.RATING
                ? Base.BALLOTS_COLLECTED
                : matter().pass().base();
        return marks + " (" + Wording.percent(marks, reckoning.of(base)) + ")";
    }

    private List<Text> conclusions(LineResult line) {
        var name = poll.sheet().find(line.lineId()).orElseThrow().name();
        var words = new ArrayList<Text>();
        if (line.outcome() != LineOutcome.RATED) {
            words.add(Text.plain("- " + name + ": ").and(Text.bold(outcome(line.outcome()) + ".")));
        }
        matter().findings().stream()
                .filter(finding -> line.findings().contains(finding.code()))
                .forEach(finding -> words.add(found(name, line, finding)));
        return words;
    }

    private Text found(String name, LineResult line, Finding finding) {
        var marks = result.count().of(line.lineId()).of(finding.option());
        var label = matter().option(finding.option()).orElseThrow().label();
        return Text.plain("- %s: %s %d/%d, %s: "
                        .formatted(
                                name,
                                label.toLowerCase(Locale.forLanguageTag("vi")),
                                marks,
                                reckoning.of(finding.share().base()),
                                needed(finding.share())))
                .and(Text.bold(finding.words() + "."));
    }

    private String needed(Share share) {
        var base = reckoning.of(share.base());
        return "%s (%d/%d)".formatted(RuleWords.share(body.member(), share), share.needed(base), base);
    }

    private String outcome(LineOutcome outcome) {
        var confidence = matter().sheet() == SheetKind.CONFIDENCE;
        return switch (outcome) {
            case ELECTED -> "TRÚNG CỬ";
            case NOT_ELECTED -> "KHÔNG TRÚNG CỬ";
            case TIED -> "BẰNG PHIẾU, BẦU LẠI";
            case PASSED -> confidence ? "ĐƯỢC TÍN NHIỆM" : "ĐƯỢC THÔNG QUA";
            case FAILED -> confidence ? "KHÔNG ĐƯỢC TÍN NHIỆM" : "KHÔNG ĐƯỢC THÔNG QUA";
            case RATED -> "";
        };
    }

    private Matter matter() {
        return reckoning.issue().matter();
    }

    static String named(SheetLine line) {
        return line.note() == null ? line.name() : line.name() + "\n" + line.note();
    }
}

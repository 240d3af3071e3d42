package plenum.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.server.form.Block;
import plenum.server.form.Letterhead;
import plenum.server.form.OfficialDocument;
import plenum.server.form.PageBreak;
import plenum.server.form.Paragraph;
import plenum.server.form.Signature;
import plenum.server.form.Text;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;

/** Makes papers of the session from the stock's texts and the figures. */
final class PaperMaker {
    private static final String FOOTER =
            "Tài liệu minh họa của Plenum: tên người, số liệu và nội dung là giả định, không phải văn bản của cơ quan nhà nước";
    private static final Pattern FIGURE = Pattern.compile("\\{([a-z0-9-]+)}");
    private static final Pattern COMPOUND = Pattern.compile(
            "dự toán|nhà nước|ngân sách|kinh tế|xã hội|nhân dân|Hội đồng|Nghị quyết|thu hồi|đầu tư|Điện Biên|hỗ trợ"
                    + "|học sinh|bán trú|năm 202\\d|công chức|công lập|đơn vị|sự nghiệp|mục tiêu|quốc gia|kế hoạch|thường lệ|biên chế"
                    + "|phân bổ|địa phương|phương án|cử tri|chất vấn|giáo dục|cơ sở|tổ chức|người làm việc|trồng lúa|đất rừng");
    private static final String BLANK = "\u00A0".repeat(8);

    private final Data data;
    private final Map<String, String> figures;
    private final Exhibits exhibits;

    PaperMaker(Data data) {
        this.data = data;
        this.figures = Figures.of(data);
        this.exhibits = new Exhibits(data);
    }

    List<DemoPaper> all() {
        return PaperSource.all().stream().map(this::paper).toList();
    }

    private DemoPaper paper(PaperSource source) {
        return new DemoPaper(
                new PaperId(source.name()),
                new ItemId(source.key("item")),
                PaperKind.valueOf(source.key("kind")),
                title(source),
                source.keyOr("number", ""),
                source.date(),
                source.name() + ".pdf",
                () -> document(source));
    }

    private static String title(PaperSource source) {
        String type = source.key("type");
        String about = source.keyOr("about", "");
        String plain = type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT);
        String draft = source.draft() ? "Dự thảo " + plain.toLowerCase(Locale.ROOT) : plain;
        if (about.isEmpty()) return source.keyOr("title", draft);
        return source.keyOr("title", draft + " " + Character.toLowerCase(about.charAt(0)) + about.substring(1));
    }

    private OfficialDocument document(PaperSource source) {
        OfficialDocument.Builder paper = OfficialDocument.builder(title(source), source.date())
                .head(letterhead(source))
                .type(source.key("type"))
                .about(unbroken(filled(source.keyOr("about", ""), source)))
                .footer(FOOTER);
        if (source.keys().containsKey("to")) paper.add(Paragraph.address(Text.plain(source.key("to"))));
        boolean signed = false;
        for (String line : source.body()) {
            boolean annex = line.startsWith("! ");
            if (annex && !signed) {
                close(paper, source);
                signed = true;
            }
            paper.addAll(blocks(line, source));
        }
        if (!signed) close(paper, source);
        return paper.build();
    }

    /** Signatures stand before the annexes. */
    private void close(OfficialDocument.Builder paper, PaperSource source) {
        if (!source.keys().containsKey("sign")) return;
        String[] sign = source.key("sign").split(" = ", -1);
        String name = sign.length < 2 ? "" : data.person(sign[1]).name();
        List<String> recipients =
                List.of(source.keyOr("recipients", "Như trên; Lưu: VT").split("; "));
        paper.closing(recipients, new Signature(List.of(sign[0].split(" / ")), name));
    }

    private static Letterhead letterhead(PaperSource source) {
        String[] organ = source.key("organ").split(" / ");
        String superior = organ.length > 1 ? organ[0] : "";
        String symbol = source.keyOr("symbol", "");
        String number = "Số: " + source.keyOr("number", BLANK + symbol);
        return new Letterhead(
                superior,
                organ[organ.length - 1].replace(" tỉnh ", "\ntỉnh ").replace(" TỈNH ", "\nTỈNH "),
                number,
                placeDate(source),
                source.draft() ? "DỰ THẢO" : "");
    }

    private static String placeDate(PaperSource source) {
        LocalDate date = source.date();
        String day = source.draft() ? BLANK : String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
        String month = date.getMonthValue() < 3 ? "0" + date.getMonthValue() : Integer.toString(date.getMonthValue());
        return "Điện Biên, ngày " + day + " tháng " + month + " năm " + date.getYear();
    }

    private List<Block> blocks(String line, PaperSource source) {
        if (line.startsWith("@")) return exhibits.of(line.substring(1).strip());
        String words = filled(line.replaceFirst("^[#=!~] ", ""), source);
        List<Block> blocks = new ArrayList<>();
        switch (line.charAt(0)) {
            case '#' -> blocks.add(Paragraph.heading(Text.plain(words)));
            case '=' -> blocks.add(Paragraph.centred(Text.plain(words.replace("\\n", "\n"))));
            case '~' -> blocks.add(Paragraph.body(Text.italic(words)));
            case '!' -> {
                blocks.add(new PageBreak());
                blocks.add(Paragraph.part(Text.plain(words.replace("\\n", "\n"))));
            }
            default -> blocks.add(Paragraph.body(Text.marked(words)));
        }
        return blocks;
    }

    /** Syllables of one word stay on one line of the title. */
    private static String unbroken(String words) {
        return COMPOUND.matcher(words).replaceAll(found -> found.group().replace(' ', '\u00A0'));
    }

    private String filled(String words, PaperSource source) {
        return FIGURE.matcher(words).replaceAll(found -> Matcher.quoteReplacement(figure(found.group(1), source)));
    }

    private String figure(String name, PaperSource source) {
        String figure = figures.get(name);
        if (figure == null) throw new IllegalStateException(source.name() + " asks for the unknown figure " + name);
        return figure;
    }
}

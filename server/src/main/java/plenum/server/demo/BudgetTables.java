package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plenum.server.form.Block;
import plenum.server.form.PageBreak;
import plenum.server.form.Paragraph;
import plenum.server.form.Table.Row;
import plenum.server.form.Text;

/** Tables of the budget. */
record BudgetTables(Budget budget, Data data) {
    static final int FIRST_SECTION = 11;

    private static final String[] HEADS = {
        "STT*1",
        "<Nội dung*5.6",
        ">Dự toán năm 2026*2",
        ">Ước thực hiện năm 2026*2",
        ">So sánh (%)*1.3",
        ">Dự toán năm 2027*2",
        ">DT 2027/ UTH 2026 (%)*1.5"
    };

    List<Block> revenue() {
        return Grids.millions(Grids.table(accounts(budget.totalRevenue(), budget.revenue()), HEADS));
    }

    List<Block> regular() {
        return Grids.millions(Grids.table(accounts(budget.totalRegular(), budget.regular()), HEADS));
    }

    private static List<Row> accounts(Account total, List<Account> lines) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.bold(total.cells("")));
        for (int at = 0; at < lines.size(); at++) rows.add(Row.of(lines.get(at).cells(Integer.toString(at + 1))));
        return rows;
    }

    /** Sources and uses of 2027. */
    List<Block> balance() {
        long own = budget.totalRevenue().next();
        List<Row> rows = List.of(
                Row.bold("A", "TỔNG NGUỒN THU NGÂN SÁCH ĐỊA PHƯƠNG", Num.whole(budget.spending()), "100,0"),
                balance("1", "Thu ngân sách nhà nước trên địa bàn được hưởng", own),
                balance("2", "Thu bổ sung từ ngân sách Trung ương", budget.centralGrant()),
                Row.bold("B", "TỔNG CHI NGÂN SÁCH ĐỊA PHƯƠNG", Num.whole(budget.spending()), "100,0"),
                balance("1", "Chi đầu tư phát triển", budget.investment()),
                balance("2", "Chi thường xuyên", budget.totalRegular().next()),
                balance("3", "Chi các chương trình mục tiêu, nhiệm vụ", budget.programmes()),
                balance("4", "Dự phòng ngân sách", budget.reserve()),
                Row.bold("C", "BỘI CHI NGÂN SÁCH ĐỊA PHƯƠNG", "0", ""));
        return Grids.millions(Grids.table(rows, "STT*1", "<Nội dung*7", ">Dự toán năm 2027*2.4", ">Tỷ trọng (%)*1.6"));
    }

    private Row balance(String ordinal, String name, long amount) {
        return Row.of(ordinal, name, Num.whole(amount), Num.percent(amount, budget.spending()));
    }

    /** One line for each level and commune. */
    List<Block> communes() {
        List<Row> rows = new ArrayList<>();
        long own = budget.totalRevenue().next();
        rows.add(Row.bold(
                "",
                "TỔNG SỐ",
                Num.whole(own),
                Num.whole(budget.investment()),
                Num.whole(budget.totalRegular().next()),
                Num.whole(budget.programmes()),
                Num.whole(budget.reserve()),
                Num.whole(budget.spending()),
                Num.whole(budget.centralGrant())));
        rows.add(commune("I", budget.province()));
        long communesOwn = own - budget.province().ownRevenue().next();
        rows.add(Row.bold(
                "II",
                "Cấp xã",
                Num.whole(communesOwn),
                Num.whole(budget.investment() - budget.province().investment()),
                Num.whole(budget.totalRegular().next()
                        - budget.province().regularSpending().next()),
                Num.whole(budget.programmes() - budget.province().programmes()),
                Num.whole(budget.reserve() - budget.province().reserve()),
                Num.whole(budget.spending() - budget.province().spending()),
                Num.whole(budget.communeGrants())));
        for (int at = 0; at < budget.communes().size(); at++)
            rows.add(commune(Integer.toString(at + 1), budget.communes().get(at)));
        return Grids.millions(Grids.small(
                rows,
                "STT*1.3",
                "<Đơn vị*3.4",
                ">Thu trên địa bàn*2",
                ">Chi đầu tư*2",
                ">Chi thường xuyên*2.1",
                ">Chương trình, mục tiêu*1.9",
                ">Dự phòng*1.6",
                ">Tổng chi*2.1",
                ">Bổ sung từ cấp trên*2.1"));
    }

    private static Row commune(String ordinal, Ledger ledger) {
        return Row.of(
                ordinal,
                ledger.name(),
                Num.whole(ledger.ownRevenue().next()),
                Num.whole(ledger.investment()),
                Num.whole(ledger.regularSpending().next()),
                Num.orBlank(ledger.programmes()),
                Num.whole(ledger.reserve()),
                Num.whole(ledger.spending()),
                Num.whole(ledger.grant()));
    }

    /** Where each commune's ledger is found: on two pages each, the first of them on page {@link #FIRST_SECTION}. */
    List<Block> contents() {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < data.places().size(); at++)
            rows.add(Row.of(
                    "Biểu số " + (at + 5),
                    data.places().get(at).name(),
                    Num.whole(budget.communes().get(at).spending()),
                    Integer.toString(FIRST_SECTION + 2 * at)));
        return List.of(Grids.table(rows, "Biểu*2", "<Đơn vị*5", ">Tổng chi năm 2027 (triệu đồng)*3", "Trang*1.2"));
    }

    /** Two pages for each commune: its ledger, its shares of the programmes, its works. */
    List<Block> sections() {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < data.places().size(); at++) {
            blocks.add(new PageBreak());
            section(blocks, at + 1, data.places().get(at), budget.communes().get(at));
        }
        return blocks;
    }

    private void section(List<Block> blocks, int number, Locality place, Ledger ledger) {
        String name = place.name().toUpperCase(Locale.ROOT);
        blocks.add(Paragraph.part(Text.plain("Biểu số " + (number + 4) + "\nDỰ TOÁN NGÂN SÁCH " + name + " NĂM 2027")));
        blocks.add(Paragraph.body(Text.marked(opening(place, ledger))));
        blocks.add(Paragraph.unit(Text.plain("Đơn vị tính: Triệu đồng")));
        List<Row> rows = new ArrayList<>();
        rows.add(Row.bold(ledger.ownRevenue().cells("A")));
        lines(rows, ledger.revenue());
        rows.add(Row.bold("B", "Tổng chi ngân sách " + place.kind(), "", "", "", Num.whole(ledger.spending()), ""));
        rows.add(Row.of("I", "Chi đầu tư phát triển", "", "", "", Num.whole(ledger.investment()), ""));
        rows.add(Row.bold(ledger.regularSpending().cells("II")));
        lines(rows, ledger.regular());
        rows.add(Row.of("III", "Chi chương trình, mục tiêu", "", "", "", Num.orBlank(ledger.programmes()), ""));
        rows.add(Row.of("IV", "Dự phòng ngân sách", "", "", "", Num.whole(ledger.reserve()), ""));
        rows.add(Row.bold("C", "Bổ sung từ ngân sách cấp tỉnh (B - A)", "", "", "", Num.whole(ledger.grant()), ""));
        blocks.add(Grids.small(rows, HEADS));
        blocks.add(Paragraph.heading(Text.plain("Công trình bố trí vốn năm 2027")));
        blocks.addAll(new WorkTables(data).of(place));
        blocks.add(Paragraph.note(Text.plain(Remarks.of(place, ledger))));
    }

    private static void lines(List<Row> rows, List<Account> accounts) {
        for (Account account : accounts) if (account.next() > 0) rows.add(Row.of(account.cells("-")));
    }

    private static String opening(Locality place, Ledger ledger) {
        return "**" + place.name() + "** được thành lập trên cơ sở " + String.join(", ", place.former())
                + "; có " + place.villages() + " thôn, bản, tổ dân phố, " + Num.whole(place.households()) + " hộ, "
                + Num.whole(place.people()) + " người; tỷ lệ hộ nghèo đa chiều cuối năm 2026 ước "
                + Num.two(place.poorPercent())
                + "%. Dự toán thu trên địa bàn năm 2027 là "
                + Num.whole(ledger.ownRevenue().next())
                + " triệu đồng; tổng chi ngân sách "
                + place.kind() + " " + Num.whole(ledger.spending())
                + " triệu đồng, trong đó ngân sách cấp tỉnh bổ sung "
                + Num.percent(ledger.grant(), ledger.spending()) + "%.";
    }
}

package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Table.Row;
import plenum.server.form.Text;

/** Tables about the session itself: programme, groups, seats, voters' petitions. */
record SessionTables(Data data) {
    private static final int MINUTES_OF_EIGHT = 8 * 60;

    List<Block> programme() {
        List<Block> blocks = new ArrayList<>();
        for (DemoSitting sitting : Agenda.sittings()) {
            blocks.add(Paragraph.heading(Text.plain(sitting.title())));
            List<Row> rows = new ArrayList<>();
            int clock = MINUTES_OF_EIGHT;
            for (DemoItem item : data.items()) {
                if (!item.sitting().equals(sitting.id())) continue;
                boolean leaf =
                        data.items().stream().noneMatch(other -> item.id().equals(other.parent()));
                String[] cells = {
                    leaf ? time(clock) + " - " + time(clock + item.minutes()) : "",
                    item.number(),
                    item.title(),
                    item.presenter(),
                };
                rows.add(
                        item.parent() != null
                                ? Row.of(cells)
                                : leaf ? Row.bold(cells).standingAlone() : Row.bold(cells));
                if (leaf) clock += item.minutes();
            }
            blocks.add(Grids.table(rows, "Thời gian*2.7", "TT*0.9", "<Nội dung*6", "<Chủ trì, trình bày*4"));
        }
        return blocks;
    }

    private static String time(int minutes) {
        return String.format(Locale.ROOT, "%02dh%02d", minutes / 60, minutes % 60);
    }

    List<Block> groups() {
        List<Block> blocks = new ArrayList<>();
        Set<String> groups = new TreeSet<>();
        for (DemoPerson person : delegates()) groups.add(person.group());
        for (String group : groups) {
            List<Row> rows = new ArrayList<>();
            for (DemoPerson person : delegates())
                if (person.group().equals(group))
                    rows.add(Row.of(
                            Integer.toString(rows.size() + 1),
                            person.name(),
                            person.gender().words(),
                            person.ethnicGroup(),
                            person.title(),
                            person.seat()));
            blocks.add(Paragraph.heading(Text.plain(group + " (" + rows.size() + " đại biểu)")));
            blocks.add(Grids.table(
                    rows,
                    "STT*1",
                    "<Họ và tên*4",
                    "Giới tính*1.3",
                    "Dân tộc*1.5",
                    "<Chức vụ, nghề nghiệp*6",
                    "Chỗ ngồi*1.3"));
        }
        return blocks;
    }

    /** The hall: a row of seats a line. */
    List<Block> seats() {
        List<DemoPerson> delegates = delegates();
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < delegates.size(); from += 10) {
            List<Text> cells = new ArrayList<>();
            cells.add(Text.bold(delegates.get(from).seat().substring(0, 1)));
            for (DemoPerson person : delegates.subList(from, from + 10))
                cells.add(Text.bold(person.seat() + "\n").and(Text.plain(person.name())));
            rows.add(new Row(cells, false));
        }
        return List.of(
                Grids.small(rows, "Hàng*0.8", "1*1", "2*1", "3*1", "4*1", "5*1", "6*1", "7*1", "8*1", "9*1", "10*1"));
    }

    private List<DemoPerson> delegates() {
        return data.people().stream().filter(person -> !person.seat().isEmpty()).toList();
    }

    /** What voters of each commune ask for and what was answered. */
    List<Block> petitions() {
        List<List<String>> kinds = Stock.rows("petitions.txt");
        List<String> villages = Stock.lines("villages.txt");
        List<Row> rows = new ArrayList<>();
        int ordinal = 0;
        for (Locality place : data.places()) {
            Dice dice = new Dice("kien-nghi" + place.id().value());
            rows.add(Row.group("Cử tri " + place.inSentence()));
            int start = dice.between(0, kinds.size() - 1);
            int count = dice.between(3, 4);
            for (int at = 0; at < count; at++) {
                List<String> kind = kinds.get((start + at * 7) % kinds.size());
                String village = dice.pick(villages);
                String former = dice.pick(place.former());
                String money = Num.whole(50L * dice.between(16, 120));
                rows.add(Row.of(
                        Integer.toString(++ordinal),
                        kind.get(0),
                        filled(kind.get(1), former, village, money),
                        kind.get(2),
                        filled(kind.get(3), former, village, money)));
            }
        }
        return List.of(Grids.table(
                rows,
                "STT*1",
                "Lĩnh vực*1.8",
                "<Nội dung kiến nghị*5",
                "Cơ quan giải quyết*2",
                "<Kết quả giải quyết*5"));
    }

    private static String filled(String words, String place, String village, String money) {
        return words.replace("{place}", place).replace("{village}", village).replace("{money}", money);
    }
}

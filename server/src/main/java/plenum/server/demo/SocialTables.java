package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import plenum.server.form.Block;
import plenum.server.form.Paragraph;
import plenum.server.form.Table.Row;
import plenum.server.form.Text;

/** Tables on people, schools, programmes, posts and farming. */
record SocialTables(Data data) {
    List<Block> targets() {
        List<Row> rows = new ArrayList<>();
        int ordinal = 0;
        for (List<String> fields : Stock.rows("targets.txt")) {
            if (fields.size() == 1) {
                rows.add(Row.group(fields.getFirst()));
                continue;
            }
            rows.add(Row.of(
                    Integer.toString(++ordinal),
                    fields.get(0),
                    fields.get(1),
                    fields.get(2),
                    fields.get(3),
                    fields.get(4)));
        }
        return List.of(Grids.table(
                rows,
                "STT*1",
                "<Chỉ tiêu*5.4",
                "Đơn vị tính*1.8",
                ">Kế hoạch năm 2026*1.8",
                ">Ước thực hiện năm 2026*1.8",
                ">Kế hoạch năm 2027*1.8"));
    }

    List<Block> poverty() {
        List<Row> rows = new ArrayList<>();
        long households = sum(data.places(), Locality::households);
        long poor = sum(data.places(), Locality::poor);
        rows.add(Row.bold(
                "",
                "TOÀN TỈNH",
                whole(data.places(), Locality::villages),
                whole(data.places(), Locality::people),
                Num.whole(households),
                Num.whole(poor),
                Num.two(poor * 100.0 / households)));
        for (Locality place : data.places())
            rows.add(Row.of(
                    Integer.toString(rows.size()),
                    place.name(),
                    Integer.toString(place.villages()),
                    Num.whole(place.people()),
                    Num.whole(place.households()),
                    Num.whole(place.poor()),
                    Num.two(place.poorPercent())));
        return List.of(Grids.table(
                rows,
                "STT*1",
                "<Đơn vị*4",
                ">Số thôn, bản*1.5",
                ">Dân số (người)*1.8",
                ">Số hộ*1.6",
                ">Số hộ nghèo*1.6",
                ">Tỷ lệ hộ nghèo (%)*1.7"));
    }

    List<Block> schooling() {
        List<Schooling> all = data.schooling();
        List<Row> rows = new ArrayList<>();
        rows.add(Row.bold(
                "",
                "TỔNG SỐ",
                whole(all, Schooling::schools),
                whole(all, Schooling::primary),
                whole(all, Schooling::secondary),
                whole(all, Schooling::cooks),
                whole(all, Schooling::food),
                whole(all, Schooling::wages),
                whole(all, Schooling::cost)));
        for (Schooling one : all)
            rows.add(Row.of(
                    Integer.toString(rows.size()),
                    one.place(),
                    Integer.toString(one.schools()),
                    Num.whole(one.primary()),
                    Num.whole(one.secondary()),
                    Integer.toString(one.cooks()),
                    Num.whole(one.food()),
                    Num.whole(one.wages()),
                    Num.whole(one.cost())));
        return List.of(Grids.small(
                rows,
                "STT*1",
                "<Đơn vị*3.4",
                ">Số trường*1.3",
                ">HS tiểu học*1.5",
                ">HS THCS*1.5",
                ">Nhân viên nấu ăn*1.5",
                ">Tiền ăn (triệu đồng)*1.8",
                ">Kinh phí nấu ăn (triệu đồng)*1.8",
                ">Tổng (triệu đồng)*1.9"));
    }

    List<Block> projects() {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.bold(
                "",
                "TỔNG SỐ",
                whole(data.shares(), Share::investment),
                whole(data.shares(), Share::regular),
                whole(data.shares(), Share::total)));
        List<List<String>> projects = Share.projects();
        for (int at = 0; at < projects.size(); at++) {
            int project = at;
            List<Share> part = data.shares().stream()
                    .filter(share -> share.project() == project)
                    .toList();
            rows.add(Row.of(
                    Integer.toString(at + 1),
                    projects.get(at).get(0) + ": " + projects.get(at).get(1),
                    whole(part, Share::investment),
                    whole(part, Share::regular),
                    whole(part, Share::total)));
        }
        return Grids.millions(Grids.table(
                rows, "STT*1", "<Dự án*6.4", ">Vốn đầu tư*1.8", ">Kinh phí thường xuyên*1.9", ">Tổng số*1.8"));
    }

    /** One table for each project, a line for each commune. */
    List<Block> shares() {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> projects = Share.projects();
        for (int at = 0; at < projects.size(); at++) {
            int project = at;
            List<Share> part = data.shares().stream()
                    .filter(share -> share.project() == project && share.total() > 0)
                    .toList();
            blocks.add(Paragraph.heading(Text.plain("Biểu " + (at + 1) + ". "
                    + projects.get(at).get(0) + " - " + projects.get(at).get(1))));
            List<Row> rows = new ArrayList<>();
            rows.add(Row.bold(
                    "",
                    "TỔNG SỐ",
                    whole(part, Share::investment),
                    whole(part, Share::regular),
                    whole(part, Share::total)));
            for (Share share : part)
                rows.add(Row.of(
                        Integer.toString(rows.size()),
                        share.place().name(),
                        Num.orBlank(share.investment()),
                        Num.orBlank(share.regular()),
                        Num.whole(share.total())));
            blocks.addAll(Grids.millions(Grids.table(
                    rows, "STT*1", "<Đơn vị*5", ">Vốn đầu tư*2", ">Kinh phí thường xuyên*2", ">Tổng số*2")));
        }
        return blocks;
    }

    List<Block> staff() {
        List<Row> rows = new ArrayList<>();
        rows.add(staff("", "TỔNG SỐ", data.staff()));
        List<Staff> offices =
                data.staff().stream().filter(one -> !one.commune()).toList();
        List<Staff> communes = data.staff().stream().filter(Staff::commune).toList();
        rows.add(staff("A", "CÁC CƠ QUAN, ĐƠN VỊ CẤP TỈNH", offices));
        offices.forEach(one -> rows.add(line(rows.size() - 1, one)));
        rows.add(staff("B", "ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG", communes));
        communes.forEach(one -> rows.add(line(rows.size() - offices.size() - 2, one)));
        return List.of(Grids.table(
                rows,
                "STT*1",
                "<Cơ quan, đơn vị*5.4",
                ">Biên chế công chức 2026*1.8",
                ">Biên chế công chức 2027*1.8",
                ">Số người làm việc 2026*1.8",
                ">Số người làm việc 2027*1.8"));
    }

    private static Row line(int ordinal, Staff one) {
        return Row.of(
                Integer.toString(ordinal),
                one.name(),
                Num.orBlank(one.servants()),
                Num.orBlank(one.servantsNext()),
                Num.orBlank(one.employees()),
                Num.orBlank(one.employeesNext()));
    }

    private static Row staff(String ordinal, String title, List<Staff> some) {
        return Row.bold(
                ordinal,
                title,
                whole(some, Staff::servants),
                whole(some, Staff::servantsNext),
                whole(some, Staff::employees),
                whole(some, Staff::employeesNext));
    }

    /** A table of farming by commune; the kind names one in farming.txt. */
    List<Block> farming(String kind) {
        List<String> fields = Stock.rows("farming.txt").stream()
                .filter(row -> row.getFirst().equals(kind))
                .findFirst()
                .orElseThrow();
        List<Crop> crops =
                data.places().stream().map(place -> Crop.of(place, fields)).toList();
        List<Row> rows = new ArrayList<>();
        rows.add(crop("", "TOÀN TỈNH", crops));
        for (int at = 0; at < crops.size(); at++)
            rows.add(crop(Integer.toString(at + 1), data.places().get(at).name(), List.of(crops.get(at))));
        return List.of(Grids.table(
                rows,
                "STT*1",
                "<Đơn vị*4",
                ">" + fields.get(2) + " 2026*2",
                ">" + fields.get(3) + " 2026*2",
                ">" + fields.get(2) + " KH 2027*2",
                ">" + fields.get(3) + " KH 2027*2"));
    }

    private static Row crop(String ordinal, String name, List<Crop> crops) {
        String[] cells = cells(ordinal, name, crops);
        return ordinal.isEmpty() ? Row.bold(cells) : Row.of(cells);
    }

    private static String[] cells(String ordinal, String name, List<Crop> crops) {
        return new String[] {
            ordinal,
            name,
            whole(crops, Crop::size),
            whole(crops, Crop::yield),
            whole(crops, Crop::sizeNext),
            whole(crops, Crop::yieldNext)
        };
    }

    private static <T> long sum(List<T> some, ToLongFunction<T> part) {
        return some.stream().mapToLong(part).sum();
    }

    private static <T> String whole(List<T> some, ToLongFunction<T> part) {
        return Num.whole(sum(some, part));
    }
}

package plenum.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.server.form.Block;
import plenum.server.form.Table.Row;

/** Tables of public works and of the land that they need. */
record WorkTables(Data data) {
    private static final String[] HEADS = {
        "STT*1",
        "<Danh mục công trình, dự án*6.1",
        "Thời gian thực hiện*2.1",
        ">Tổng mức đầu tư*1.9",
        ">Lũy kế vốn đến hết 2026*1.9",
        ">Kế hoạch năm 2027*1.9"
    };

    List<Block> provincial() {
        return Grids.millions(Grids.table(rows("Cấp tỉnh", true), HEADS));
    }

    List<Block> of(Locality place) {
        return List.of(Grids.small(rows(place.name(), false), HEADS));
    }

    /** Every work, commune after commune. */
    List<Block> all() {
        List<Row> rows = new ArrayList<>();
        rows.add(sum("", "TỔNG SỐ", data.works()));
        rows.addAll(numbered("A", "CÁC DỰ ÁN CẤP TỈNH", "Cấp tỉnh"));
        for (int at = 0; at < data.places().size(); at++) {
            String name = data.places().get(at).name();
            rows.addAll(numbered(Num.roman(at + 1), name, name));
        }
        return Grids.millions(Grids.table(rows, HEADS));
    }

    private List<Row> numbered(String ordinal, String title, String place) {
        List<Row> rows = new ArrayList<>();
        rows.add(sum(ordinal, title, data.worksIn(place)));
        rows.addAll(rows(place, false));
        return rows;
    }

    private List<Row> rows(String place, boolean summed) {
        List<Work> works = data.worksIn(place);
        List<Row> rows = new ArrayList<>();
        if (summed) rows.add(sum("", "TỔNG SỐ", works));
        for (int at = 0; at < works.size(); at++) {
            Work work = works.get(at);
            rows.add(Row.of(
                    Integer.toString(at + 1),
                    work.name(),
                    work.years(),
                    Num.whole(work.total()),
                    Num.orBlank(work.spent()),
                    Num.whole(work.plan())));
        }
        return rows;
    }

    private static Row sum(String ordinal, String title, List<Work> works) {
        return Row.bold(
                ordinal,
                title,
                "",
                Num.whole(works.stream().mapToLong(Work::total).sum()),
                Num.whole(works.stream().mapToLong(Work::spent).sum()),
                Num.whole(works.stream().mapToLong(Work::plan).sum()));
    }

    /** Number of works and money by sector. */
    List<Block> bySector() {
        Map<String, List<Work>> sectors = new LinkedHashMap<>();
        for (Work work : data.works())
            sectors.computeIfAbsent(work.sector(), ignored -> new ArrayList<>()).add(work);
        List<Row> rows = new ArrayList<>();
        long plan = data.works().stream().mapToLong(Work::plan).sum();
        rows.add(Row.bold("", "TỔNG SỐ", Num.whole(data.works().size()), Num.whole(plan), "100,0"));
        sectors.forEach((sector, works) -> {
            long part = works.stream().mapToLong(Work::plan).sum();
            rows.add(Row.of(
                    Integer.toString(rows.size()),
                    sector,
                    Integer.toString(works.size()),
                    Num.whole(part),
                    Num.percent(part, plan)));
        });
        return Grids.millions(Grids.table(
                rows, "STT*1", "<Ngành, lĩnh vực*5", ">Số dự án*1.6", ">Kế hoạch năm 2027*2.4", ">Tỷ trọng (%)*1.6"));
    }

    /** Land by project, in hectares. */
    List<Block> parcels() {
        List<Row> rows = new ArrayList<>();
        rows.add(area("", "TỔNG SỐ", data.parcels(), ""));
        String place = "";
        int ordinal = 0;
        for (Parcel parcel : data.parcels()) {
            if (!parcel.place().equals(place)) {
                place = parcel.place();
                ordinal++;
                String here = place;
                rows.add(area(
                        Num.roman(ordinal),
                        place,
                        data.parcels().stream()
                                .filter(other -> other.place().equals(here))
                                .toList(),
                        ""));
            }
            rows.add(Row.of(
                    "-",
                    parcel.name(),
                    hectares(parcel.area()),
                    hectares(parcel.rice()),
                    hectares(parcel.protective()),
                    hectares(parcel.productive()),
                    parcel.basis()));
        }
        return Grids.under(
                "Ha",
                Grids.small(
                        rows,
                        "STT*1",
                        "<Tên dự án, công trình*5.2",
                        ">Diện tích cần thu hồi*1.5",
                        ">Đất trồng lúa*1.3",
                        ">Rừng phòng hộ*1.3",
                        ">Rừng sản xuất*1.3",
                        "<Căn cứ thực hiện*3.4"));
    }

    private static Row area(String ordinal, String title, List<Parcel> parcels, String basis) {
        return Row.bold(
                ordinal,
                title,
                hectares(parcels.stream().mapToLong(Parcel::area).sum()),
                hectares(parcels.stream().mapToLong(Parcel::rice).sum()),
                hectares(parcels.stream().mapToLong(Parcel::protective).sum()),
                hectares(parcels.stream().mapToLong(Parcel::productive).sum()),
                basis);
    }

    static String hectares(long squareMetres) {
        return squareMetres == 0 ? "" : Num.two(squareMetres / 10_000.0);
    }
}

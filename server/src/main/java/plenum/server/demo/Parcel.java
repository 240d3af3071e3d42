package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A project that needs land in 2027; areas in square metres.
 *
 * @param rice of it land under rice
 * @param protective of it protective forest
 * @param productive of it productive forest
 */
record Parcel(String place, String name, long area, long rice, long protective, long productive, String basis) {
    /** Sectors whose works are long or broad. */
    private static final List<String> WIDE = List.of("Giao thông", "Nông nghiệp, thủy lợi", "Ổn định dân cư");

    static List<Parcel> of(List<Work> works) {
        List<Parcel> parcels = new ArrayList<>();
        for (Work work : works) {
            Dice dice = new Dice("dat" + work.name());
            boolean needsLand = !work.sector().equals("Y tế") && !work.sector().equals("Khoa học, công nghệ");
            if (needsLand && work.spent() == 0 || work.place().equals("Cấp tỉnh") && needsLand)
                parcels.add(of(work, dice));
        }
        return List.copyOf(parcels);
    }

    private static Parcel of(Work work, Dice dice) {
        boolean wide = WIDE.contains(work.sector());
        long area = 10 * Math.round(work.total() * dice.between(0.12, 0.3) * (wide ? 1 : 0.2));
        long rice = 10 * Math.round(area * dice.between(0.0, 0.25) / 10);
        boolean forest = work.sector().equals("Giao thông") || work.sector().equals("Công thương");
        long protective = forest && dice.between(0, 2) == 0 ? 10 * Math.round(area * dice.between(0.02, 0.1) / 10) : 0;
        long productive = 10 * Math.round(area * dice.between(0.0, 0.2) / 10);
        String basis = "Quyết định số " + dice.between(102, 1980) + "/QĐ-UBND ngày " + two(dice.between(1, 28)) + "/"
                + two(dice.between(1, 10)) + "/2026";
        return new Parcel(work.place(), work.name(), area, rice, protective, productive, basis);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}

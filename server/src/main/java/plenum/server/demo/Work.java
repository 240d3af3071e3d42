package plenum.server.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A public work of the investment plan; money in million dong.
 *
 * @param place name of the commune, or "Cấp tỉnh"
 * @param years for example "2025-2027"
 * @param spent by the end of 2026
 * @param plan of 2027
 */
record Work(String place, String name, String sector, String years, long total, long spent, long plan) {
    private static final int MOST = 8;

    static List<Work> of(List<Locality> places) {
        List<Work> works = new ArrayList<>();
        for (List<String> fields : Stock.rows("provincial-works.txt")) works.add(provincial(fields));
        for (Locality place : places) works.addAll(of(place));
        return List.copyOf(works);
    }

    private static Work provincial(List<String> fields) {
        return new Work(
                "Cấp tỉnh",
                fields.get(0),
                fields.get(1),
                fields.get(2),
                Long.parseLong(fields.get(3)),
                Long.parseLong(fields.get(4)),
                Long.parseLong(fields.get(5)));
    }

    private static List<Work> of(Locality place) {
        Dice dice = new Dice("dau-tu" + place.id().value());
        List<List<String>> kinds = Stock.rows("works.txt");
        List<String> villages = Stock.lines("villages.txt");
        Set<String> names = new HashSet<>();
        List<Work> works = new ArrayList<>();
        int count = Math.min(MOST, 3 + place.former().size() + dice.between(0, 2));
        while (works.size() < count) {
            Work work = work(place, dice, dice.pick(kinds), dice.pick(villages));
            if (names.add(work.name())) works.add(work);
        }
        return works;
    }

    private static Work work(Locality place, Dice dice, List<String> kind, String village) {
        String name = kind.get(0).replace("{place}", dice.pick(place.former())).replace("{village}", village);
        long total = 100L * dice.between(Integer.parseInt(kind.get(2)) / 100, Integer.parseInt(kind.get(3)) / 100);
        int start = dice.between(2024, 2027);
        int end = Math.max(2027, start + dice.between(1, 3));
        long spent = start == 2027 ? 0 : 50 * Math.round(total * dice.between(0.2, 0.6) / 50);
        long plan = end == 2027 ? total - spent : 50 * Math.round((total - spent) * dice.between(0.35, 0.6) / 50);
        return new Work(place.name(), name, kind.get(1), start + "-" + end, total, spent, plan);
    }
}

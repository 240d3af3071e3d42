package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Posts of an office or of a commune.
 *
 * @param servants civil servants in 2026 and in 2027
 * @param employees of public-service units in 2026 and in 2027
 */
record Staff(String name, boolean commune, int servants, int servantsNext, int employees, int employeesNext) {
    static List<Staff> of(List<Locality> places) {
        List<Staff> staff = new ArrayList<>();
        for (List<String> fields : Stock.rows("staff.txt"))
            staff.add(new Staff(
                    fields.get(0), false, number(fields, 1), number(fields, 2), number(fields, 3), number(fields, 4)));
        for (Locality place : places) staff.add(of(place));
        return List.copyOf(staff);
    }

    private static int number(List<String> fields, int at) {
        return Integer.parseInt(fields.get(at));
    }

    private static Staff of(Locality place) {
        Dice dice = new Dice("bien-che" + place.id().value());
        int servants = 34 + place.people() / 900 + dice.between(0, 4);
        int employees = place.pupils() / 13 + dice.between(8, 20);
        return new Staff(
                place.name(),
                true,
                servants,
                servants - dice.between(0, 2),
                employees,
                employees + dice.between(-3, 4));
    }
}

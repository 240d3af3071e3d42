package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;

/** The invented people, read from the stock. */
final class Roster {
    static final String COUNCIL = "hdnd-11";
    private static final int SEATS_IN_A_ROW = 10;

    private Roster() {}

    static List<DemoPerson> people() {
        List<DemoPerson> people = new ArrayList<>();
        for (List<String> fields : Stock.rows("people.txt")) people.add(delegate(fields, people.size()));
        for (List<String> fields : Stock.rows("accounts.txt")) people.add(account(fields));
        return List.copyOf(people);
    }

    private static DemoPerson delegate(List<String> fields, int at) {
        String seat = (char) ('A' + at / SEATS_IN_A_ROW) + Integer.toString(at % SEATS_IN_A_ROW + 1);
        boolean presides = fields.get(4).endsWith("Chủ tịch HĐND tỉnh");
        List<Grant> grants = new ArrayList<>(List.of(new Grant(Role.DELEGATE, COUNCIL)));
        if (presides) grants.add(new Grant(Role.CHAIR, COUNCIL));
        return new DemoPerson(
                new PersonId(fields.get(0)),
                fields.get(0),
                fields.get(1),
                DemoPerson.Gender.of(fields.get(2)),
                fields.get(3),
                fields.get(4),
                grants,
                fields.get(5),
                seat);
    }

    private static DemoPerson account(List<String> fields) {
        Role role = Role.valueOf(fields.get(4));
        List<Grant> grants = new ArrayList<>(List.of(new Grant(role, fields.get(5))));
        if (role == Role.CHAIR) grants.add(new Grant(Role.DELEGATE, fields.get(5)));
        return new DemoPerson(
                new PersonId(fields.get(0)),
                fields.get(0),
                fields.get(1),
                DemoPerson.Gender.of(fields.get(2)),
                "",
                fields.get(3),
                grants,
                "",
                "");
    }
}

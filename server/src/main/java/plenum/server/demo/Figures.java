package plenum.server.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The figures that sentences name: fixed ones from the stock, the others summed from the data. */
final class Figures {
    private Figures() {}

    static Map<String, String> of(Data data) {
        Map<String, String> figures = new HashMap<>();
        for (List<String> fields : Stock.rows("figures.txt")) figures.put(fields.get(0), fields.get(1));
        budget(figures, data.budget());
        works(figures, data);
        people(figures, data);
        staff(figures, data.staff());
        return Map.copyOf(figures);
    }

    private static void budget(Map<String, String> figures, Budget budget) {
        Account revenue = budget.totalRevenue();
        Account regular = budget.totalRegular();
        figures.put("revenue-planned", Num.whole(revenue.planned()));
        figures.put("revenue-expected", Num.whole(revenue.expected()));
        figures.put("revenue-done", Num.percent(revenue.expected(), revenue.planned()));
        figures.put("revenue-next", Num.whole(revenue.next()));
        figures.put("revenue-growth", Num.one(revenue.next() * 100.0 / revenue.expected() - 100));
        figures.put("revenue-province", Num.whole(budget.province().ownRevenue().next()));
        figures.put(
                "revenue-communes",
                Num.whole(revenue.next() - budget.province().ownRevenue().next()));
        figures.put("regular-planned", Num.whole(regular.planned()));
        figures.put("regular-expected", Num.whole(regular.expected()));
        figures.put("regular-done", Num.percent(regular.expected(), regular.planned()));
        figures.put("regular-next", Num.whole(regular.next()));
        figures.put("investment-next", Num.whole(budget.investment()));
        figures.put("reserve-next", Num.whole(budget.reserve()));
        figures.put("programmes-next", Num.whole(budget.programmes()));
        figures.put("spending-next", Num.whole(budget.spending()));
        figures.put("spending-province", Num.whole(budget.province().spending()));
        figures.put(
                "spending-communes",
                Num.whole(budget.spending() - budget.province().spending()));
        figures.put("central-grant", Num.whole(budget.centralGrant()));
        figures.put("central-share", Num.percent(budget.centralGrant(), budget.spending()));
        figures.put("commune-grants", Num.whole(budget.communeGrants()));
    }

    private static void works(Map<String, String> figures, Data data) {
        List<Work> provincial = data.worksIn("Cấp tỉnh");
        long all = sum(data.works(), Work::plan);
        figures.put("works", Integer.toString(data.works().size()));
        figures.put("works-plan", Num.whole(all));
        figures.put("works-provincial", Integer.toString(provincial.size()));
        figures.put("works-provincial-plan", Num.whole(sum(provincial, Work::plan)));
        figures.put("works-communes", Integer.toString(data.works().size() - provincial.size()));
        figures.put("works-communes-plan", Num.whole(all - sum(provincial, Work::plan)));
        figures.put(
                "works-new",
                Long.toString(
                        data.works().stream().filter(work -> work.spent() == 0).count()));
        figures.put(
                "works-ending",
                Long.toString(data.works().stream()
                        .filter(work -> work.years().endsWith("2027"))
                        .count()));
        figures.put("parcels", Integer.toString(data.parcels().size()));
        figures.put("parcels-area", WorkTables.hectares(sum(data.parcels(), Parcel::area)));
        figures.put("parcels-rice", WorkTables.hectares(sum(data.parcels(), Parcel::rice)));
        figures.put("parcels-protective", WorkTables.hectares(sum(data.parcels(), Parcel::protective)));
        figures.put("parcels-productive", WorkTables.hectares(sum(data.parcels(), Parcel::productive)));
    }

    private static void people(Map<String, String> figures, Data data) {
        long households = sum(data.places(), Locality::households);
        long poor = sum(data.places(), Locality::poor);
        figures.put("people", Num.whole(sum(data.places(), Locality::people)));
        figures.put("households", Num.whole(households));
        figures.put("poor", Num.whole(poor));
        figures.put("poor-percent", Num.two(poor * 100.0 / households));
        figures.put("poor-percent-next", Num.two(poor * 100.0 / households - 3.5));
        figures.put("boarders", Num.whole(sum(data.schooling(), Schooling::pupils)));
        figures.put("boarding-schools", Num.whole(sum(data.schooling(), Schooling::schools)));
        figures.put("boarding-cooks", Num.whole(sum(data.schooling(), Schooling::cooks)));
        figures.put("boarding-food", Num.whole(sum(data.schooling(), Schooling::food)));
        figures.put("boarding-wages", Num.whole(sum(data.schooling(), Schooling::wages)));
        figures.put("boarding-cost", Num.whole(sum(data.schooling(), Schooling::cost)));
        figures.put("shares", Num.whole(sum(data.shares(), Share::total)));
        figures.put("shares-investment", Num.whole(sum(data.shares(), Share::investment)));
        figures.put("shares-regular", Num.whole(sum(data.shares(), Share::regular)));
    }

    private static void staff(Map<String, String> figures, List<Staff> staff) {
        figures.put("servants", Num.whole(sum(staff, Staff::servants)));
        figures.put("servants-next", Num.whole(sum(staff, Staff::servantsNext)));
        figures.put("servants-less", Num.whole(sum(staff, Staff::servants) - sum(staff, Staff::servantsNext)));
        figures.put("employees", Num.whole(sum(staff, Staff::employees)));
        figures.put("employees-next", Num.whole(sum(staff, Staff::employeesNext)));
    }

    private static <T> long sum(List<T> some, ToLongFunction<T> part) {
        return some.stream().mapToLong(part).sum();
    }
}

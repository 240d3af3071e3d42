package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What a commune gets of one project of the national programmes in 2027, in million dong.
 *
 * @param project position in the list of projects
 */
record Share(Locality place, int project, long investment, long regular) {
    static List<List<String>> projects() {
        return Stock.rows("programmes.txt");
    }

    static List<Share> of(List<Locality> places) {
        List<Share> shares = new ArrayList<>();
        List<List<String>> projects = projects();
        for (Locality place : places) {
            Dice dice = new Dice("chuong-trinh" + place.id().value());
            for (int at = 0; at < projects.size(); at++) {
                double need = place.people() / 10_000.0 * (0.15 + place.remoteness());
                shares.add(new Share(
                        place,
                        at,
                        amount(dice, need, projects.get(at).get(2)),
                        amount(dice, need, projects.get(at).get(3))));
            }
        }
        return List.copyOf(shares);
    }

    private static long amount(Dice dice, double need, String size) {
        return 5 * Math.round(need * Integer.parseInt(size) * dice.between(0.7, 1.3) / 5);
    }

    long total() {
        return investment + regular;
    }
}

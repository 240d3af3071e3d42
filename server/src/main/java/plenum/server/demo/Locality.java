package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;
import plenum.server.kernel.UnitId;

/**
 * A commune of today with invented statistics.
 *
 * @param former names of the communes that it was made of
 * @param area name of the district that there was
 * @param remoteness 0 (town) to 1 (border mountains)
 * @param pupils of all schools; those who board are counted by {@link Schooling}
 */
record Locality(
        UnitId id,
        String name,
        List<String> former,
        String area,
        double remoteness,
        int people,
        int households,
        int poor,
        int villages,
        int pupils) {
    private static final List<String> FAR = List.of("Mường Nhé", "Nậm Pồ", "Tủa Chùa", "Điện Biên Đông", "Mường Chà");

    static List<Locality> of(List<DemoUnit> units) {
        List<Locality> localities = new ArrayList<>();
        for (DemoUnit unit : units)
            if (unit.level() == UnitLevel.COMMUNE && unit.validTo() == null) localities.add(of(unit, units));
        return List.copyOf(localities);
    }

    private static Locality of(DemoUnit unit, List<DemoUnit> units) {
        List<DemoUnit> former = units.stream()
                .filter(old -> old.successors().contains(unit.id()))
                .toList();
        String area = areaOf(former.getFirst(), units);
        Dice dice = new Dice(unit.id().value());
        boolean town = unit.name().startsWith("Phường");
        double remoteness = town ? 0 : (FAR.contains(area) ? 0.6 : 0.25) + dice.between(0.0, 0.35);
        int people = (int) (former.size() * dice.between(3_900, 5_900) * (town ? 1.35 : 1.25 - remoteness * 0.4));
        int households = (int) (people / (town ? 3.9 : 4.4 + remoteness * 0.6));
        int poor = (int) (households * (town ? 0.012 : 0.05 + remoteness * 0.38));
        int villages = former.size() * dice.between(7, 10);
        List<String> names =
                former.stream().map(DemoUnit::name).map(Locality::shortName).toList();
        return new Locality(unit.id(), unit.name(), names, area, remoteness, people, households, poor, villages, (int)
                (people * 0.29));
    }

    private static String areaOf(DemoUnit former, List<DemoUnit> units) {
        return units.stream()
                .filter(unit -> unit.id().equals(former.parent()))
                .map(DemoUnit::name)
                .map(Locality::shortName)
                .findFirst()
                .orElseThrow();
    }

    /** The name without the kind of unit: "Xã Nà Tấu" is Nà Tấu. */
    static String shortName(String name) {
        return name.replaceFirst("^(Xã|Phường|Thị trấn|Huyện|Thành phố|Thị xã) ", "");
    }

    boolean town() {
        return name.startsWith("Phường");
    }

    /** "xã" or "phường". */
    String kind() {
        return town() ? "phường" : "xã";
    }

    /** "xã Nà Tấu", as it stands inside a sentence. */
    String inSentence() {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    double poorPercent() {
        return poor * 100.0 / households;
    }
}

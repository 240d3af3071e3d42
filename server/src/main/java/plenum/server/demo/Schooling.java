package plenum.server.demo;

import java.util.List;

/**
 * Boarding pupils of a commune and what they are given in 2027, in million dong.
 *
 * @param schools with boarding pupils
 * @param cooks supported, one for 45 pupils
 */
record Schooling(String place, int schools, int primary, int secondary, int cooks) {
    /** Thousand dong a pupil and month. */
    static final int FOOD = 250;

    /** Thousand dong a cook and month. */
    static final int WAGE = 3_150;

    static final int MONTHS = 9;

    static List<Schooling> of(List<Locality> places) {
        return places.stream().map(Schooling::of).toList();
    }

    private static Schooling of(Locality place) {
        Dice dice = new Dice("ban-tru" + place.id().value());
        int boarding =
                place.town() ? dice.between(30, 90) : (int) (place.pupils() * (0.06 + place.remoteness() * 0.28));
        int primary = (int) (boarding * dice.between(0.5, 0.6));
        int schools = Math.max(1, place.former().size() + (place.remoteness() > 0.6 ? 2 : 0));
        return new Schooling(place.name(), schools, primary, boarding - primary, boarding / 45 + 1);
    }

    int pupils() {
        return primary + secondary;
    }

    long food() {
        return (long) pupils() * FOOD * MONTHS / 1000;
    }

    long wages() {
        return (long) cooks * WAGE * MONTHS / 1000;
    }

    long cost() {
        return food() + wages();
    }
}

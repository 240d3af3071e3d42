package plenum.server.demo;

import java.util.List;

/** Farming of one kind in a commune: size (hectares, heads) and yield (tons) of 2026 and of the plan for 2027. */
record Crop(long size, long yield, long sizeNext, long yieldNext) {
    /**
     * Invented from the commune's size.
     *
     * @param fields key, title, heads, size for a thousand inhabitants, yield a hundred units, growth in percent
     */
    static Crop of(Locality place, List<String> fields) {
        Dice dice = new Dice(fields.getFirst() + place.id().value());
        double weight = place.people() / 1000.0 * (place.town() ? 0.15 : 1);
        long size = Math.round(weight * Integer.parseInt(fields.get(4)) * dice.between(0.4, 1.6));
        double each = Integer.parseInt(fields.get(5)) / 100.0;
        double growth = 1 + Integer.parseInt(fields.get(6)) / 100.0;
        long next = Math.round(size * growth * dice.between(0.99, 1.03));
        return new Crop(
                size,
                Math.round(size * each * dice.between(0.9, 1.1)),
                next,
                Math.round(next * each * dice.between(1.0, 1.12)));
    }
}

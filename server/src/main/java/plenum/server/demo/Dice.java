package plenum.server.demo;

import java.util.List;
import java.util.Random;

/** Chance that falls the same way every time for the same seed. */
final class Dice {
    private final Random random;

    Dice(String seed) {
        random = new Random(seed.hashCode() * 0x9E3779B97F4A7C15L);
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

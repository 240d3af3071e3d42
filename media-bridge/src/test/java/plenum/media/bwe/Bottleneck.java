package plenum.media.bwe;

import java.util.SplittableRandom;

/**
 * A link that carries so many bits per second, has a queue that drops what does not fit, and loses packets by chance.
 */
final class Bottleneck {
    private static final long MS = 1_000_000;

    private final SplittableRandom random;
    private long capacityBps;
    private long delayNs = 20 * MS;
    private long queueNs = 400 * MS;
    private long jitterNs = MS / 2;
    private double loss;
    private long stallEveryNs;
    private int longestStallMs;
    private long nextStallNs = Long.MIN_VALUE;
    private long stallEndNs = Long.MIN_VALUE;
    private long freeNs = Long.MIN_VALUE;
    private long lastArrivalNs = Long.MIN_VALUE;

    Bottleneck(long capacityBps, long seed) {
        this.capacityBps = capacityBps;
        random = new SplittableRandom(seed);
    }

    Bottleneck delay(int ms) {
        delayNs = ms * MS;
        return this;
    }

    Bottleneck queue(int ms) {
        queueNs = ms * MS;
        return this;
    }

    Bottleneck jitter(int ms) {
        jitterNs = ms * MS;
        return this;
    }

    /** Now and then nothing arrives for a while, and then all at once: a radio link, or a busy computer. */
    Bottleneck stalls(int everyMs, int longestMs) {
        stallEveryNs = everyMs * MS;
        longestStallMs = longestMs;
        return this;
    }

    Bottleneck loss(double share) {
        loss = share;
        return this;
    }

    /** Nothing arrives before. */
    void hold(long untilNs) {
        stallEndNs = untilNs;
    }

    void capacity(long bps) {
        capacityBps = bps;
    }

    /** From now on nothing is lost by chance. */
    void heal(long bps) {
        loss = 0;
        capacityBps = bps;
    }

    /** @return when it arrives, or -1: lost; packets never overtake one another */
    long send(int bytes, long nowNs) {
        long startNs = Math.max(freeNs, nowNs);
        if (startNs - nowNs > queueNs) {
            return -1;
        }
        freeNs = startNs + (bytes + 28) * 8_000_000_000L / capacityBps;
        if (random.nextDouble() < loss) {
            return -1;
        }
        lastArrivalNs = Math.max(lastArrivalNs, stalled(freeNs + delayNs + random.nextLong(jitterNs + 1)));
        return lastArrivalNs;
    }

    private long stalled(long atNs) {
        if (stallEveryNs > 0 && atNs > nextStallNs) {
            nextStallNs = atNs + random.nextLong(2 * stallEveryNs);
            stallEndNs = atNs + random.nextLong(longestStallMs * MS);
        }
        return Math.max(atNs, stallEndNs);
    }

    /** How long a packet would have to wait now. */
    long waitingMs(long nowNs) {
        return Math.max(0, freeNs - nowNs) / MS;
    }

    long delayNs() {
        return delayNs;
    }
}

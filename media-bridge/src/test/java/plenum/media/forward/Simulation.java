package plenum.media.forward;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** Time and lossy lines of a simulated meeting: what is sent comes later, perhaps in another order, twice or never. */
public final class Simulation {
    private record Event(long atNs, long order, Runnable what) {}

    public final Random random;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atNs).thenComparingLong(Event::order));
    public double loss;
    public long nowNs;
    private long order;

    public Simulation(long seed, double loss) {
        random = new Random(seed);
        this.loss = loss;
    }

    public void at(long ms, Runnable what) {
        events.add(new Event(nowNs + ms * SlotBench.MS, order++, what));
    }

    public void every(long ms, Runnable what) {
        at(ms, () -> {
            what.run();
            every(ms, what);
        });
    }

    /** Over a line of 25 ms; some are lost, some delayed, some come twice. */
    void send(Runnable arrival) {
        if (random.nextDouble() >= loss) {
            at(delayMs(), arrival);
        }
        if (random.nextDouble() < loss / 5) {
            at(delayMs(), arrival);
        }
    }

    private long delayMs() {
        return 25 + (random.nextInt(20) == 0 ? random.nextInt(30) : 0);
    }

    public void run(long ms) {
        long end = nowNs + ms * SlotBench.MS;
        for (Event next = events.peek(); next != null && next.atNs <= end; next = events.peek()) {
            events.remove(next);
            nowNs = next.atNs;
            next.what.run();
        }
        nowNs = end;
    }
}

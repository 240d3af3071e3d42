package plenum.server.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Queue;

/** Holds answers back until every command whose effect they show is on the disk. */
final class DurableGate {
    private record Held(long sequence, Runnable send) {}

    private final Queue<Held> held = new ArrayDeque<>();
    private long durable;

    DurableGate(long durable) {
        this.durable = durable;
    }

    /** @param sequence of the last command whose effect the answer may show */
    void hold(long sequence, Runnable send) {
        synchronized (this) {
            if (sequence > durable) {
                held.add(new Held(sequence, send));
                return;
            }
        }
        send.run();
    }

    void open(long sequence) {
        var free = new ArrayList<Held>();
        synchronized (this) {
            durable = sequence;
            held.removeIf(each -> each.sequence <= sequence && free.add(each));
        }
        for (var each : free) each.send.run();
    }
}

package plenum.media.bwe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;

/** Virtual time: flows over one bottleneck, in steps of a millisecond. */
final class Simulation {
    private static final long MS = 1_000_000;

    final Bottleneck link;
    private final List<Flow> flows = new ArrayList<>();
    private final Map<Flow, LongSummaryStatistics> estimates = new HashMap<>();
    private long[] waitsMs = {};
    private long nowMs = 1_000_000;

    Simulation(Bottleneck link) {
        this.link = link;
    }

    Flow add(Flow flow) {
        flows.add(flow);
        return flow;
    }

    /** Begins the statistics anew. */
    void seconds(double seconds) {
        waitsMs = new long[(int) Math.round(seconds * 1_000)];
        flows.forEach(flow -> estimates.put(flow, new LongSummaryStatistics()));
        for (int i = 0; i < waitsMs.length; i++, nowMs++) {
            for (var flow : flows) {
                flow.step(nowMs * MS);
                estimates(flow).accept(flow.bandwidth.estimateBps());
            }
            waitsMs[i] = link.waitingMs(nowMs * MS);
        }
        Arrays.sort(waitsMs);
    }

    /**
     * The machine of the senders stands still: what it was about to send leaves late, and takes the time from before.
     */
    void stall(int ms) {
        link.hold((nowMs + ms) * MS);
        flows.forEach(flow -> flow.step(nowMs * MS));
        nowMs += ms;
    }

    /** Estimates of the last call of {@link #seconds}. */
    LongSummaryStatistics estimates(Flow flow) {
        return Objects.requireNonNull(estimates.get(flow));
    }

    /** How long packets had to wait in the queue at most, in so many percent of the time. */
    long waitMs(int percent) {
        return waitsMs[(waitsMs.length - 1) * percent / 100];
    }

    long longestWaitMs() {
        return waitMs(100);
    }

    long nowNs() {
        return nowMs * MS;
    }
}

package plenum.media.forward;

import org.jspecify.annotations.Nullable;

/** The last eight runs of a slot, for packets that come late and for those that are asked for again. */
final class RunHistory {
    private static final int RUNS = 8;

    private final Run[] runs = new Run[RUNS];
    private int newest;

    RunHistory() {
        for (int i = 0; i < RUNS; i++) {
            runs[i] = new Run();
        }
    }

    Run newest() {
        return runs[newest];
    }

    /** In place of the oldest one. */
    Run next() {
        newest = (newest + 1) % RUNS;
        return runs[newest];
    }

    /** @return the run that carries a packet, null: none */
    @Nullable
    Run of(VideoPacket p) {
        if (runs[newest].carries(p)) {
            return runs[newest];
        }
        return p.late() ? older(p) : null;
    }

    private @Nullable Run older(VideoPacket p) {
        for (int i = 1; i < RUNS; i++) {
            Run run = runs[(newest + RUNS - i) % RUNS];
            if (run.carries(p)) {
                return run;
            }
        }
        return null;
    }

    /** @return the run in which a number was sent, null: too long ago, or not yet */
    @Nullable
    Run of(long outgoing) {
        for (int i = 0; i < RUNS; i++) {
            Run run = runs[(newest + RUNS - i) % RUNS];
            if (run.covers(outgoing)) {
                return run;
            }
        }
        return null;
    }
}

package plenum.media.load;

import java.util.Locale;

/**
 * What was measured in one window.
 *
 * @param offered packets into the bridge
 * @param nominal as many as it should have been
 * @param expected packets that receivers should have got of them
 * @param received packets that they got
 * @param cpuUs processor time of the whole bridge process
 * @param systemShare of it in the kernel
 * @param generatorLoad processor time of the generator, share of a core
 * @param loadAverage of the machine at the end
 */
record Window(
        String cell,
        String sfu,
        double seconds,
        long offered,
        double nominal,
        long expected,
        long received,
        double cpuUs,
        double systemShare,
        double p50Ms,
        double p99Ms,
        double maxMs,
        long residentKib,
        double generatorLoad,
        double loadAverage) {
    /** Below this the generator did not keep up: the window says nothing of the bridge. */
    private static final double ENOUGH = 0.99;

    static String header() {
        return """
                | cell | bridge | in pps | out pps | core % | us/packet | kernel % | p50 ms | p99 ms | max ms | lost | RSS MiB | gen. % | load | |
                |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";
    }

    boolean valid() {
        return offered >= ENOUGH * nominal;
    }

    double cpuUsPerPacket() {
        return cpuUs / Math.max(1, received);
    }

    /** Share of all packets. */
    double lost() {
        return expected == 0 ? 0 : 1 - (double) received / expected;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f | %.1f | **%.2f** | %.0f | %.2f | %.2f | %.1f | %s | %d | %.0f | %.2f | %s |",
                cell,
                sfu,
                offered / seconds,
                received / seconds,
                cpuUs / seconds / 10_000,
                cpuUsPerPacket(),
                100 * systemShare,
                p50Ms,
                p99Ms,
                maxMs,
                lossText(),
                residentKib / 1024,
                100 * generatorLoad,
                loadAverage,
                valid() ? "" : "rejected: sent " + Math.round(100 * offered / nominal) + " %");
    }

    private String lossText() {
        long missing = expected - received;
        return missing == 0 ? "0" : String.format(Locale.ROOT, "%d (%.3f %%)", missing, 100 * lost());
    }
}

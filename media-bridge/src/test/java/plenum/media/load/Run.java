package plenum.media.load;

/**
 * One meeting on one bridge: open, warm up, measure, leave.
 *
 * @param warmUpSeconds for the compiler, bandwidth estimators and the like
 */
record Run(Cell cell, Sfu sfu, int warmUpSeconds, int seconds) {
    /** How long packets of a window may be under way before they count as lost. */
    private static final int DRAIN_MS = 500;

    Window measure(Generator generator) {
        sfu.open(cell, generator);
        try {
            Pause.ms(1_000L * warmUpSeconds);
            return window(generator);
        } finally {
            generator.leave();
            sfu.leave();
        }
    }

    private Window window(Generator generator) {
        var meter = generator.meter();
        var bridge = ProcessUsage.of(sfu.pid());
        var ourselves = ProcessUsage.of(ProcessHandle.current().pid());
        long startNs = begin(generator, meter);
        Pause.ms(1_000L * seconds);
        long endNs = end(generator, meter);
        var bridgeAfter = ProcessUsage.of(sfu.pid());
        var ourselvesAfter = ProcessUsage.of(ProcessHandle.current().pid());
        Pause.ms(DRAIN_MS);
        double length = (endNs - startNs) / 1e9;
        return generator.onLoop(() -> new Window(
                cell.name(),
                sfu.name(),
                length,
                meter.offered(),
                length * cell.offeredPerSecond(),
                meter.offered() * cell.receiversPerStream(),
                meter.received(),
                bridgeAfter.cpuUsSince(bridge),
                bridgeAfter.systemShareSince(bridge),
                meter.delays().ms(0.5),
                meter.delays().ms(0.99),
                meter.delays().maxMs(),
                bridgeAfter.residentKib(),
                ourselvesAfter.cpuUsSince(ourselves) / 1e6 / length,
                ProcessUsage.loadAverage()));
    }

    private static long begin(Generator generator, Meter meter) {
        return generator.onLoop(() -> {
            meter.begin();
            return System.nanoTime();
        });
    }

    private static long end(Generator generator, Meter meter) {
        return generator.onLoop(() -> {
            meter.end();
            return System.nanoTime();
        });
    }
}

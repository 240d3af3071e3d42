package plenum.server.points;

/**
 * From which figures on a self-test is no longer green, and from which it is red; data of the session.
 *
 * @param greenKbps least rate in each direction for green
 * @param amberKbps least rate in each direction for amber
 * @param greenRoundTripMs longest for green
 * @param greenLossPermille most for green
 */
public record TestLimits(
        int greenKbps,
        int amberKbps,
        int greenRoundTripMs,
        int amberRoundTripMs,
        int greenLossPermille,
        int amberLossPermille) {
    /** What holds when the secretary says nothing else. */
    public static final TestLimits USUAL = new TestLimits(1_000, 64, 300, 1_000, 20, 80);

    /** Whether amber is nowhere stricter than green. */
    public boolean ordered() {
        return amberKbps <= greenKbps && greenRoundTripMs <= amberRoundTripMs && greenLossPermille <= amberLossPermille;
    }

    /** The worst of all that was measured; who cannot talk or hear is red, who cannot be seen is amber. */
    public Grade grade(Measured measured) {
        return rate(measured.upKbps())
                .worse(rate(measured.downKbps()))
                .worse(atMost(measured.roundTripMs(), greenRoundTripMs, amberRoundTripMs))
                .worse(atMost(measured.lossPermille(), greenLossPermille, amberLossPermille))
                .worse(needed(measured.microphone()))
                .worse(needed(measured.loudspeaker()))
                .worse(measured.camera() == Measured.Device.OK ? Grade.GREEN : Grade.AMBER);
    }

    private Grade rate(int kbps) {
        return kbps >= greenKbps ? Grade.GREEN : kbps >= amberKbps ? Grade.AMBER : Grade.RED;
    }

    private static Grade atMost(int value, int green, int amber) {
        return value <= green ? Grade.GREEN : value <= amber ? Grade.AMBER : Grade.RED;
    }

    private static Grade needed(Measured.Device device) {
        return device == Measured.Device.OK ? Grade.GREEN : Grade.RED;
    }
}

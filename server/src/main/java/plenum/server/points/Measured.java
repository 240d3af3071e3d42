package plenum.server.points;

/**
 * What a point's browser measured in its self-test.
 *
 * @param upKbps to the server
 * @param lossPermille of packets, the worse direction
 */
public record Measured(
        Device camera,
        Device microphone,
        Device loudspeaker,
        int upKbps,
        int downKbps,
        int roundTripMs,
        int lossPermille) {
    /** Whether a device works. */
    public enum Device {
        OK,
        /** None there, or it gives nothing. */
        NONE,
        /** The browser does not let it be used. */
        DENIED
    }
}

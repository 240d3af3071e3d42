package plenum.server.conference;

import java.time.Duration;
import plenum.server.live.LiveLimits;

/**
 * How patient the media of rooms are.
 *
 * @param socket of the media socket itself
 * @param kept how long the endpoint of a socket that broke goes on
 * @param lost after so long without a media socket a person is out of the room
 * @param merge least time between two lists of people, and between two wishes that are passed on
 * @param again pause before the bridge is asked again for what it did not do
 * @param look how often deadlines are looked at
 * @param measured how often the journal is told how good the lines of points were
 * @param watchers how many may watch a room at once without being in it
 */
public record ConferenceLimits(
        LiveLimits socket,
        Duration kept,
        Duration lost,
        Duration merge,
        Duration again,
        Duration look,
        Duration measured,
        int watchers) {

    /** The limits of protocol.md. */
    public static ConferenceLimits standard() {
        return new ConferenceLimits(
                LiveLimits.standard(),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                200);
    }

    /** With another number of those who may watch. */
    public ConferenceLimits withWatchers(int most) {
        return new ConferenceLimits(socket, kept, lost, merge, again, look, measured, most);
    }
}

package plenum.server.live;

import java.time.Duration;

/**
 * How patient the live socket is.
 *
 * @param hello time until the first frame
 * @param silence time without any frame from the client
 * @param slow time during which a socket's buffer may stay full
 * @param merge least time between two states sent to one session
 * @param window span over which frames are counted
 * @param framesPerWindow frames that a client may send in one window
 * @param sweep how often deadlines are looked at
 */
public record LiveLimits(
        Duration hello,
        Duration silence,
        Duration slow,
        Duration merge,
        Duration window,
        int framesPerWindow,
        Duration sweep) {

    /** Client frames and messages, RFC 6455 payload. */
    public static final int FRAME_BYTES = 16 * 1024;

    /** The limits of protocol.md. */
    public static LiveLimits standard() {
        return new LiveLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(45),
                Duration.ofSeconds(20),
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                250,
                Duration.ofSeconds(1));
    }
}

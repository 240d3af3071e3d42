package plenum.media.net;

import java.time.Duration;

/**
 * What TCP connections may cost us. A connection is a stranger's until {@link Transport#trust} is called for it.
 *
 * @param connections open at once
 * @param strangers open at once; one more ends the oldest
 * @param strangersOfOneAddress open at once; one more is refused
 * @param stranger for how long it may stay one
 * @param idle without a byte from the peer
 * @param blocked while the peer does not read
 */
record TcpLimits(
        int connections, int strangers, int strangersOfOneAddress, Duration stranger, Duration idle, Duration blocked) {
    static final TcpLimits USUAL =
            new TcpLimits(4096, 512, 64, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(10));
}

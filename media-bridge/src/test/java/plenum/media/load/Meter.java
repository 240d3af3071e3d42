package plenum.media.load;

import java.util.Arrays;

/**
 * Counts what was sent and received in a window. A packet belongs to the window in which it was sent, however late it
 * comes. Media thread only.
 */
final class Meter {
    private final int[] next;
    private final int[] from;
    private final int[] to;
    private final Delays delays = new Delays();
    private long received;
    private long plain;

    Meter(int streams) {
        next = new int[streams];
        from = new int[streams];
        to = new int[streams];
    }

    /** @return the number of the packet that is sent now */
    int sent(int stream) {
        return next[stream]++;
    }

    void received(int stream, int number, long delayNs) {
        if (stream >= 0 && stream < next.length && number >= from[stream] && number < to[stream]) {
            received++;
            delays.add(delayNs);
        }
    }

    /** A packet arrived that carries no stamp: padding, a probe. */
    void other() {
        plain++;
    }

    void begin() {
        System.arraycopy(next, 0, from, 0, next.length);
        Arrays.fill(to, Integer.MAX_VALUE);
        received = 0;
        plain = 0;
        delays.clear();
    }

    /** What is sent from now on belongs to the window no more. */
    void end() {
        System.arraycopy(next, 0, to, 0, next.length);
    }

    /** Packets that publishers sent in the window. */
    long offered() {
        long sum = 0;
        for (int i = 0; i < next.length; i++) {
            sum += to[i] - from[i];
        }
        return sum;
    }

    /** Packets of the window that came, each at each of its receivers. */
    long received() {
        return received;
    }

    long others() {
        return plain;
    }

    Delays delays() {
        return delays;
    }
}

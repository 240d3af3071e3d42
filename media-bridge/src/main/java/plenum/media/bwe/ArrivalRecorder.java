package plenum.media.bwe;

import java.util.Arrays;
import plenum.media.rtp.SequenceNumbers;

/**
 * When a sender's packets arrived, told back to it by transport-wide feedback. One per endpoint, on the media thread.
 */
public final class ArrivalRecorder {
    /** No message is longer, so that it fits into one datagram with the SRTP trailer on any path. */
    public static final int MAX_MESSAGE = 1_150;

    private static final int WINDOW = 2_048;
    private static final long ROUND = 1 << 16;
    private static final long INTERVAL_NS = 100_000_000;
    private static final long SHORT_INTERVAL_NS = 20_000_000;

    /** As many packets waiting at the end of a frame mean a rate that deserves feedback sooner than every 100 ms. */
    private static final int MANY = 10;

    private static final long NEVER = Long.MAX_VALUE;

    private final long[] arrivals = new long[WINDOW];
    private final FeedbackWriter message = new FeedbackWriter(MAX_MESSAGE, WINDOW);
    private boolean started;
    private long startNs;
    private long writtenNs;
    private long dueNs = NEVER;
    private int waiting;
    private int messages;

    /** Extended sequence numbers: the first that is still to be told, and the one after the highest that came. */
    private long next;

    private long end;

    /**
     * @param sequence the transport-wide sequence number, 16 bits
     * @param marker the RTP marker: a frame is complete
     */
    public void received(int sequence, boolean marker, long nowNs) {
        if (!started) {
            start(sequence, nowNs);
        }
        long extended = SequenceNumbers.extend(sequence, end);
        if (extended < end - WINDOW || !record(extended, nowNs)) {
            return;
        }
        waiting++;
        boolean soon = marker && waiting >= MANY;
        dueNs = Math.min(dueNs, writtenNs + (soon ? SHORT_INTERVAL_NS : INTERVAL_NS));
    }

    private void start(int sequence, long nowNs) {
        started = true;
        startNs = nowNs;
        writtenNs = nowNs;
        next = ROUND + (sequence & 0xffff);
        end = next;
        Arrays.fill(arrivals, FeedbackWriter.ABSENT);
    }

    /** A packet from before what was told already is told again with all that follow it. */
    private boolean record(long extended, long nowNs) {
        if (extended >= end) {
            advance(extended + 1);
        } else if (arrivals[index(extended)] != FeedbackWriter.ABSENT) {
            return false;
        }
        next = Math.min(next, extended);
        arrivals[index(extended)] = (nowNs - startNs) / TransportFeedback.TICK_NS;
        return true;
    }

    private void advance(long newEnd) {
        for (long gone = Math.max(end, newEnd - WINDOW); gone < newEnd; gone++) {
            arrivals[index(gone)] = FeedbackWriter.ABSENT;
        }
        end = newEnd;
        next = Math.max(next, end - WINDOW);
    }

    private static int index(long extended) {
        return (int) (extended & WINDOW - 1);
    }

    /**
     * Writes an RTCP packet if one is due; call again until nothing is.
     *
     * @param out has room for {@link #MAX_MESSAGE}
     * @return its length, 0: nothing is due
     */
    public int write(byte[] out, int off, int senderSsrc, int mediaSsrc, long nowNs) {
        if (nowNs < dueNs) {
            return 0;
        }
        message.begin((int) next & 0xffff);
        while (next < end && message.add(arrivals[index(next)])) {
            next++;
        }
        if (next == end) {
            dueNs = NEVER;
            waiting = 0;
            writtenNs = nowNs;
        }
        return message.write(out, off, senderSsrc, mediaSsrc, messages++);
    }
}

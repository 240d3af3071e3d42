package plenum.media.net;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.InetSocketAddress;

/** The way out of one bound UDP socket. Media thread only. */
sealed interface Outlet permits QueuedOutlet, SegmentedOutlet {
    /**
     * Takes a copy of a packet, which leaves with the next {@link #flush} at the latest.
     *
     * @return false: dropped, because the way is congested
     */
    @CanIgnoreReturnValue
    boolean send(byte[] data, int offset, int length, InetSocketAddress to);

    void flush();

    /** Whether neighbours of one size to one peer leave as one message. */
    boolean segments();

    /** Packets that did not leave, since the start. */
    long dropped();
}

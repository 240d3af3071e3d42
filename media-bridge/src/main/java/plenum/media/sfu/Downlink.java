package plenum.media.sfu;

import plenum.media.bwe.SendBandwidth;
import plenum.media.forward.OutgoingHeader;
import plenum.media.srtp.SrtpProfile;

/** The way of media to an endpoint: each packet gets its transport-wide number, is protected and sent. */
final class Downlink {
    private final Line line;
    private final byte[] scratch;
    private final SendBandwidth bandwidth = new SendBandwidth();
    private long bytes;

    /** @param scratch where packets are written before they are sent; all downlinks of a bridge may share it */
    Downlink(Line line, byte[] scratch) {
        this.line = line;
        this.scratch = scratch;
    }

    /** Whether there is any use in making packets. */
    boolean open() {
        return line.up();
    }

    byte[] scratch() {
        return scratch;
    }

    /**
     * Sends the packet at the beginning of {@link #scratch}, with the header of {@link OutgoingHeader}; 0: there is
     * none.
     */
    void send(int length, long nowNs) {
        if (length > 0 && line.up()) {
            int sealed = length + SrtpProfile.MAX_OVERHEAD;
            bytes += sealed;
            OutgoingHeader.transportSequence(scratch, 0, bandwidth.sent(sealed, nowNs));
            line.send(scratch, 0, length);
        }
    }

    SendBandwidth bandwidth() {
        return bandwidth;
    }

    /** Sent since the start. */
    long bytes() {
        return bytes;
    }
}

package plenum.media.sfu;

import org.jspecify.annotations.Nullable;
import plenum.media.bwe.SendBandwidth;
import plenum.media.forward.OutgoingHeader;
import plenum.media.srtp.SrtpProfile;

/** The way of media to an endpoint: each packet gets its transport-wide number, is protected and sent. */
final class Downlink {
    private final Line line;
    private final byte[] scratch;
    private final SendBandwidth bandwidth = new SendBandwidth();
    private @Nullable RepeatBuffer sent;
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

    /** Sends the packet at the beginning of {@link #scratch}, headed by {@link OutgoingHeader}; 0: there is none. */
    void send(int length, long nowNs) {
        if (length <= 0 || !line.up()) {
            return;
        }
        OutgoingHeader.transportSequence(scratch, 0, bandwidth.sent(length + SrtpProfile.MAX_OVERHEAD, nowNs));
        int sealed = line.seal(scratch, 0, length);
        if (sealed > 0) {
            bytes += sealed;
            line.hand(scratch, 0, sealed);
            repeatBuffer().keep(scratch, sealed, nowNs);
        }
    }

    private RepeatBuffer repeatBuffer() {
        if (sent == null) {
            sent = new RepeatBuffer();
        }
        return sent;
    }

    /**
     * Sends a packet that got lost once more, as it was.
     *
     * @param roundTripNs negative: not known
     * @return false: it is not there any more
     */
    boolean repeat(int ssrc, int sequence, long roundTripNs, long nowNs) {
        int entry = sent == null ? -1 : sent.find(ssrc, sequence);
        if (sent == null || entry < 0) {
            return false;
        }
        if (line.up() && sent.allows(entry, roundTripNs, nowNs)) {
            int transportSequence = OutgoingHeader.transportSequence(sent.buffer(), sent.offset(entry));
            bandwidth.repeated(transportSequence, sent.length(entry), nowNs);
            bytes += sent.length(entry);
            line.hand(sent.buffer(), sent.offset(entry), sent.length(entry));
        }
        return true;
    }

    SendBandwidth bandwidth() {
        return bandwidth;
    }

    /** Sent since the start. */
    long bytes() {
        return bytes;
    }
}

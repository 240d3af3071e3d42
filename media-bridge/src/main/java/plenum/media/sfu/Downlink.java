package plenum.media.sfu;

import plenum.media.bwe.SendBandwidth;
import plenum.media.bwe.TransportFeedback;
import plenum.media.forward.OutgoingHeader;
import plenum.media.srtp.SrtpProfile;

/** The way of media to an endpoint: each packet gets its transport-wide number, is protected and sent. */
final class Downlink implements TransportFeedback.Packets {
    /** How long after a packet came its receiver may tell of it. */
    private static final long FEEDBACK_NS = 250_000_000;

    /** A receiver that tells nothing for so long does not tell at all. */
    private static final long SILENCE_NS = 1_000_000_000L;

    private final Wire line;
    private final byte[] scratch;
    private final SendBandwidth bandwidth = new SendBandwidth();
    private final RepeatBuffer sent = new RepeatBuffer();
    private final Unconfirmed unconfirmed = new Unconfirmed();
    private final TransportFeedback told = new TransportFeedback();
    private long toldNs;
    private long bytes;

    /** @param scratch where packets are written before they are sent; all downlinks of a bridge may share it */
    Downlink(Wire line, byte[] scratch) {
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
        int sealed = seal(length, nowNs);
        if (sealed > 0) {
            sent.keep(scratch, sealed, nowNs);
        }
    }

    /** The same for a packet that is never repeated. */
    void sendOnce(int length, long nowNs) {
        var unused = seal(length, nowNs);
    }

    private int seal(int length, long nowNs) {
        if (length <= 0 || !line.up()) {
            return 0;
        }
        OutgoingHeader.transportSequence(scratch, 0, bandwidth.sent(length + SrtpProfile.MAX_OVERHEAD, nowNs));
        int sealed = line.seal(scratch, 0, length);
        if (sealed > 0) {
            bytes += sealed;
            line.hand(scratch, 0, sealed);
        }
        return sealed;
    }

    /**
     * The receiver asks for a packet: sends it once more, as it was.
     *
     * @return false: it is not there any more
     */
    boolean repeat(int ssrc, int sequence, long nowNs) {
        int entry = sent.find(ssrc, sequence);
        if (entry >= 0) {
            repeat(entry, nowNs);
        }
        return entry >= 0;
    }

    private void repeat(int entry, long nowNs) {
        if (!line.up() || !sent.allows(entry, roundTripNs(), nowNs)) {
            return;
        }
        int length = sent.length(entry);
        int sequence = OutgoingHeader.transportSequence(sent.buffer(), sent.offset(entry));
        bandwidth.repeated(sequence, length, nowNs);
        unconfirmed.add(sequence, nowNs + roundTripNs() + FEEDBACK_NS);
        bytes += length;
        line.hand(sent.buffer(), sent.offset(entry), length);
    }

    private long roundTripNs() {
        return Math.max(0, bandwidth.rttNs());
    }

    /** The receiver's transport-wide feedback: what it has not got is repeated before it asks, if it ever does. */
    void feedback(byte[] buffer, int fciOffset, int fciLength, long nowNs) {
        if (bandwidth.feedback(buffer, fciOffset, fciLength, nowNs) && told.parse(buffer, fciOffset, fciLength)) {
            toldNs = nowNs;
            told.each(this);
        }
    }

    @Override
    public void received(int sequence, int ticks) {
        unconfirmed.remove(sequence);
    }

    @Override
    public void lost(int sequence) {
        int entry = sent.find(sequence);
        if (entry >= 0 && !sent.repeated(entry)) {
            repeat(entry, toldNs);
        }
    }

    /** Every 5 to 20 ms. */
    void tick(long nowNs) {
        if (nowNs - toldNs > SILENCE_NS) {
            unconfirmed.clear();
        }
        for (int sequence = unconfirmed.takeDue(nowNs); sequence >= 0; sequence = unconfirmed.takeDue(nowNs)) {
            int entry = sent.find(sequence);
            if (entry >= 0) {
                repeat(entry, nowNs);
            }
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

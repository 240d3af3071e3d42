package plenum.media.bwe;

/** Takes in what a receiver tells of the packets that were sent to it, packet by packet. */
final class Receipts implements TransportFeedback.Packets {
    /** What is to know of each packet and of each probe. */
    interface Listener {
        void arrived(long number, long arrivalNs, boolean heldForLost);

        void lost(long number);
    }

    private static final long TICK_NS = TransportFeedback.TICK_NS;
    private static final long REFERENCE_NS = TICK_NS * TransportFeedback.TICKS_PER_REFERENCE;

    private final TransportFeedback message = new TransportFeedback();
    private final SentPackets sent;
    private final Listener listener;
    private boolean started;
    private long reference;

    Receipts(SentPackets sent, Listener listener) {
        this.sent = sent;
        this.listener = listener;
    }

    /** @return false: malformed, nothing was told */
    boolean take(byte[] b, int fciOffset, int fciLength) {
        if (!message.parse(b, fciOffset, fciLength)) {
            return false;
        }
        int wire = message.referenceTime();
        reference = started ? reference + ((wire - (int) reference) << 8 >> 8) : wire;
        started = true;
        message.each(this);
        return true;
    }

    @Override
    public void received(int sequence, int ticks) {
        long number = sent.find(sequence);
        if (number >= 0) {
            listener.arrived(number, reference * REFERENCE_NS + ticks * TICK_NS, sent.arrived(number));
        }
    }

    @Override
    public void lost(int sequence) {
        long number = sent.find(sequence);
        if (number >= 0 && sent.lost(number)) {
            listener.lost(number);
        }
    }
}

package plenum.media.bwe;

/**
 * Takes in what a receiver tells of the packets that were sent to it: each at most once, or once as lost and then as
 * arrived.
 */
final class Receipts implements TransportFeedback.Packets {
    private static final long TICK_NS = TransportFeedback.TICK_NS;
    private static final long REFERENCE_NS = TICK_NS * TransportFeedback.TICKS_PER_REFERENCE;

    private final TransportFeedback message = new TransportFeedback();
    private final SentPackets sent;
    private Path path;
    private boolean started;
    private long reference;

    Receipts(SentPackets sent, Path path) {
        this.sent = sent;
        this.path = path;
    }

    /** Whatever is told from now on is told to another. */
    void follow(Path next) {
        path = next;
    }

    /** @return false: malformed, or about more packets than are remembered; nothing was told */
    boolean take(byte[] b, int fciOffset, int fciLength) {
        if (!message.parse(b, fciOffset, fciLength) || message.statusCount() > SentPackets.WINDOW) {
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
            path.arrived(number, reference * REFERENCE_NS + ticks * TICK_NS, sent.arrived(number));
        }
    }

    @Override
    public void lost(int sequence) {
        long number = sent.find(sequence);
        if (number >= 0 && sent.lost(number)) {
            path.lost(number);
        }
    }
}

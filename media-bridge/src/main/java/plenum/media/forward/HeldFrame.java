package plenum.media.forward;

import org.jspecify.annotations.Nullable;

/**
 * The packets of a frame that wait for its last one, so that each receiver gets them one behind the other; with the
 * padding that makes them one size, as only then they can leave as one message. Browsers cut a frame into packets that
 * differ by a byte.
 */
public final class HeldFrame {
    /** More gain little, and let other receivers wait. */
    static final int MOST = 16;

    /** What differs by more stays as it is: bytes on the line are dearer than messages. */
    static final int MOST_PADDING = 16;

    private final VideoLayer layer;
    private final long[] numbers = new long[MOST];
    private int count;
    private int epoch;
    private int timestamp;
    private int longest;
    private boolean ended;
    private long sinceNs;

    public HeldFrame(VideoLayer layer) {
        this.layer = layer;
    }

    /** Whether a packet may wait: it is kept meanwhile. */
    public boolean mayHold(VideoPacket p) {
        return layer.cached(p.number()) != null;
    }

    /** Whether a packet is of the frame that waits, or none does. */
    public boolean continues(VideoPacket p) {
        return count == 0 || p.timestamp() == timestamp && p.epoch() == epoch;
    }

    /** Adds a packet that may wait and continues the frame, which is not {@link #complete}. */
    public void add(VideoPacket p, long nowNs) {
        if (count == 0) {
            epoch = p.epoch();
            timestamp = p.timestamp();
            longest = 0;
            sinceNs = nowNs;
        }
        numbers[count++] = p.number();
        longest = Math.max(longest, PayloadWriter.length(p));
        ended = p.marker();
    }

    public boolean empty() {
        return count == 0;
    }

    /** Whether nothing is to be waited for. */
    public boolean complete() {
        return ended || count == MOST;
    }

    /** When its first packet came. */
    public long sinceNs() {
        return sinceNs;
    }

    /** Packets that wait. */
    public int count() {
        return count;
    }

    /** @return the packet at an index, null: overwritten meanwhile */
    public @Nullable VideoPacket packet(int index) {
        return layer.cached(numbers[index]);
    }

    /** Bytes of padding for the packet at an index; the last one may be shorter than the others. */
    public int padding(int index, VideoPacket p) {
        int missing = longest - PayloadWriter.length(p);
        return index == count - 1 || missing > MOST_PADDING ? 0 : missing;
    }

    public void clear() {
        count = 0;
        ended = false;
    }
}

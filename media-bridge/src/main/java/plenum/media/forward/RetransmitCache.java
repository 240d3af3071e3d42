package plenum.media.forward;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest packets of a layer in the clear, for receivers that lost them. Grows while what it would overwrite is
 * younger than a receiver may ask for, up to 512 packets; allocates nothing once it has grown.
 */
final class RetransmitCache {
    static final int MAX_PACKETS = 512;
    static final int MAX_PAYLOAD = 1_280;

    private static final int CHUNK = 32;
    private static final long KEEP_NS = 1_500_000_000L;
    private static final VideoPacket[] NONE = {};

    private final VideoLayer layer;
    private final List<VideoPacket> places = new ArrayList<>();
    /** When the packet at the first place came. */
    private long firstNs;

    private int next;
    private @Nullable VideoPacket[] byNumber = NONE;

    RetransmitCache(VideoLayer layer) {
        this.layer = layer;
    }

    /** Keeps a copy; a packet larger than any that a browser sends is not kept. */
    void put(VideoPacket p, long nowNs) {
        if (p.payloadLength() > MAX_PAYLOAD) {
            return;
        }
        if (next == places.size()) {
            turn(nowNs);
        }
        if (next == 0) {
            firstNs = nowNs;
        }
        VideoPacket place = places.get(next++);
        place.copy(p);
        byNumber[index(p.number())] = place;
    }

    /** At the last place: goes back to the first one, which is the oldest, or gets more. */
    private void turn(long nowNs) {
        if (places.isEmpty()) {
            byNumber = new VideoPacket[MAX_PACKETS];
        }
        if (places.isEmpty() || places.size() < MAX_PACKETS && nowNs - firstNs < KEEP_NS) {
            grow();
        } else {
            next = 0;
        }
    }

    private void grow() {
        byte[] chunk = new byte[CHUNK * MAX_PAYLOAD];
        for (int i = 0; i < CHUNK; i++) {
            places.add(new VideoPacket(layer, chunk, i * MAX_PAYLOAD));
        }
    }

    /** @return null: never kept or overwritten since */
    @Nullable
    VideoPacket get(long number) {
        if (byNumber.length == 0 || number < 0) {
            return null;
        }
        VideoPacket p = byNumber[index(number)];
        return p != null && p.number() == number ? p : null;
    }

    /** For so many packets there is memory now. */
    int places() {
        return places.size();
    }

    /** Gives its memory back. */
    void release() {
        places.clear();
        byNumber = NONE;
        next = 0;
    }

    private static int index(long number) {
        return (int) (number & MAX_PACKETS - 1);
    }
}

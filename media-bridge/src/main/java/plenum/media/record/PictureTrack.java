package plenum.media.record;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import plenum.media.forward.Vp8Descriptor;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/**
 * The stage's picture: whole frames of VP8 made of packets (RFC 7741). After a loss nothing is kept before the next key
 * frame. Media thread only.
 */
final class PictureTrack {
    private static final long PATIENCE_NS = 400_000_000;

    /** A player that jumps begins at a key frame, so there must be one every few seconds. */
    private static final long KEY_FRAMES_NS = 10_000_000_000L;

    private static final long ASK_AGAIN_NS = 1_000_000_000L;
    private static final int MOST_FRAMES = 600;

    private final Order order;
    private final Pace pace = new Pace(Codec.VP8.clockRateHz());
    private final Vp8Descriptor descriptor = new Vp8Descriptor();
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final long startNs;
    private Order.@Nullable Piece first; // of the frame that is being put together
    private boolean key;
    private int width;
    private int height;
    private boolean broken = true;
    private boolean flows;
    private long lastMs = -1;
    private long keyNs;
    private long askedNs;

    /** @param startNs when the take begins */
    PictureTrack(int ssrc, long startNs) {
        this.startNs = startNs;
        order = new Order(ssrc, Codec.VP8, PATIENCE_NS);
        keyNs = startNs;
        askedNs = startNs - ASK_AGAIN_NS;
    }

    Order order() {
        return order;
    }

    /** @param repairs it is a retransmission */
    void take(RtpPacket packet, boolean repairs, long nowNs) {
        if (packet.payloadType() == Codec.VP8.payloadType()) {
            flows |= packet.payloadLength() > 0;
            order.take(packet, repairs, nowNs);
        }
    }

    /** Puts together what has come. */
    void look(long nowNs) {
        for (var piece = order.next(nowNs); piece != null; piece = order.next(nowNs)) {
            broken |= piece.lost();
            if (piece.payload().length > 0) {
                add(piece);
            }
        }
    }

    private void add(Order.Piece piece) {
        byte[] payload = piece.payload();
        if (!descriptor.read(payload, 0, payload.length)) {
            broken = true;
        } else if (descriptor.begins()) {
            begin(piece);
        }
        if (broken || first == null) {
            return;
        }
        data.write(payload, descriptor.length(), payload.length - descriptor.length());
        if (piece.marker()) {
            complete(first);
        }
    }

    private void begin(Order.Piece piece) {
        broken &= !descriptor.keyFrame();
        first = piece;
        key = descriptor.keyFrame();
        width = descriptor.width();
        height = descriptor.height();
        data.reset();
    }

    private void complete(Order.Piece begin) {
        long ms = (pace.momentNs(begin.timestamp(), begin.arrivedNs()) - startNs) / 1_000_000;
        lastMs = Math.max(lastMs + 1, ms);
        frames.add(new Frame(lastMs, key, width, height, data.toByteArray()));
        keyNs = key ? begin.arrivedNs() : keyNs;
        first = null;
        if (frames.size() > MOST_FRAMES) {
            frames.clear();
            broken = true;
        }
    }

    /** @return the next frame that was taken before then, null: none */
    @Nullable
    Frame before(long ms) {
        return frames.isEmpty() || frames.getFirst().ms() >= ms ? null : frames.removeFirst();
    }

    /** Whether a key frame is to be asked for now. */
    boolean wantsKeyFrame(long nowNs) {
        boolean wants = flows && (broken || nowNs - keyNs >= KEY_FRAMES_NS) && nowNs - askedNs >= ASK_AGAIN_NS;
        askedNs = wants ? nowNs : askedNs;
        return wants;
    }
}

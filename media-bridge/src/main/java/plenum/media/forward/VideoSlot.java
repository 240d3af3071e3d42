package plenum.media.forward;

import org.jspecify.annotations.Nullable;

/**
 * One picture that a receiver gets: chooses which layer of which source is forwarded, and changes only at key frames.
 * Until the key frame of the layer wanted comes, the layer so far goes on. On the media thread.
 */
public final class VideoSlot {
    /** Nothing is forwarded. */
    public static final int PAUSED = -1;

    /** A receiver that complains so soon after a key frame has not had it yet. */
    private static final long ON_THE_WAY_NS = 200_000_000L;

    private static final long NONE = Long.MAX_VALUE;

    private final OutgoingVideo outgoing;
    private final PictureLossLimit losses = new PictureLossLimit();
    private @Nullable VideoSource source;
    private int wanted = PAUSED;
    /** What is forwarded, held. */
    private @Nullable VideoLayer current;
    /** What is to be forwarded, held. */
    private @Nullable VideoLayer aim;

    /** The next one of the packets that came before the repaired key frame with which the current layer began. */
    private long behind = NONE;

    private boolean pictureLost;
    private boolean keyFrameSent;
    private long keyFrameNs;

    /** @param rtxSsrc of its retransmissions */
    public VideoSlot(int ssrc, int rtxSsrc) {
        outgoing = new OutgoingVideo(ssrc, rtxSsrc);
    }

    public int ssrc() {
        return outgoing.ssrc();
    }

    public int rtxSsrc() {
        return outgoing.rtxSsrc();
    }

    public @Nullable VideoSource source() {
        return source;
    }

    /** {@link #PAUSED}, or the greatest layer to be forwarded. */
    public int wanted() {
        return wanted;
    }

    /** The layer that is forwarded; {@link #PAUSED}: none. */
    public int layer() {
        return current == null ? PAUSED : current.index();
    }

    /** Shows another source from its next key frame on, null: none; the one so far ends at once. */
    public void show(@Nullable VideoSource next, long nowNs) {
        if (next != source) {
            stop(nowNs);
            source = next;
            aim(nowNs);
        }
    }

    /** Wants another layer of the source, {@link #PAUSED}: none. */
    public void want(int layer, long nowNs) {
        if (layer != wanted) {
            wanted = layer;
            if (layer == PAUSED) {
                stop(nowNs);
            } else {
                aim(nowNs);
            }
        }
    }

    private void stop(long nowNs) {
        outgoing.run().end();
        current = exchange(current, null, nowNs);
        aim = exchange(aim, null, nowNs);
        pictureLost = false;
    }

    private static @Nullable VideoLayer exchange(@Nullable VideoLayer held, @Nullable VideoLayer next, long nowNs) {
        if (next != null) {
            next.hold();
        }
        if (held != null) {
            held.letGo(nowNs);
        }
        return next;
    }

    private void aim(long nowNs) {
        VideoLayer best = source == null || wanted == PAUSED ? null : source.best(wanted, nowNs);
        if (best != aim) {
            aim = exchange(aim, best, nowNs);
        }
    }

    /**
     * Chooses anew what to forward; to be called every 20 to 100 ms. As long as nothing is to be seen, the smallest
     * layer is asked for: it comes soonest.
     *
     * @return the layer whose key frame is needed, {@link #PAUSED}: none
     */
    public int keyFrameNeeded(long nowNs) {
        aim(nowNs);
        if (aim == null) {
            return PAUSED;
        }
        if (!flowing()) {
            return aim.source().smallest(aim, nowNs).index();
        }
        return aim != current || pictureLost || aim.broken() ? aim.index() : PAUSED;
    }

    /** The receiver cannot be reached: when it can again, it needs a key frame. */
    public void interrupt() {
        outgoing.run().end();
    }

    /** Whether packets of the current layer are of use to the receiver. */
    private boolean flowing() {
        return current != null && outgoing.run().alive();
    }

    /**
     * The receiver asks for a key frame (PLI, FIR).
     *
     * @return false: ignored, since one is on its way or the receiver asked too often
     */
    public boolean pictureLost(long nowNs) {
        if (!flowing() || keyFrameSent && nowNs - keyFrameNs < ON_THE_WAY_NS) {
            return false;
        }
        pictureLost = pictureLost || losses.grant(nowNs);
        return pictureLost;
    }

    /**
     * Writes a packet as the receiver is to get it, from the beginning of {@code out} on.
     *
     * @param out with at least 64 bytes more room than the packet needs
     * @return its length; 0: the receiver is not to get it
     */
    public int project(VideoPacket p, long nowNs, byte[] out) {
        if (p.keyFrame()) {
            keyFrame(p, nowNs);
        }
        return outgoing.forward(p, nowNs, out);
    }

    /**
     * Writes the next one of the packets that belong behind the one projected last but came before it, as after a
     * repaired beginning of a key frame; to be called until there is none.
     *
     * @return its length; 0: none
     */
    public int projectBehind(long nowNs, byte[] out) {
        while (current != null && behind <= current.highest()) {
            VideoPacket p = current.cached(behind++);
            int length = p == null ? 0 : outgoing.forward(p, nowNs, out);
            if (length > 0) {
                return length;
            }
        }
        behind = NONE;
        return 0;
    }

    private void keyFrame(VideoPacket p, long nowNs) {
        aim(nowNs);
        if (begins(p)) {
            p.layer().lead(p, nowNs);
            current = exchange(current, p.layer(), nowNs);
            outgoing.begin(p, nowNs);
            behind = p.late() ? p.number() + 1 : NONE;
        }
        if (p.layer() == current) {
            pictureLost = false;
            keyFrameSent = true;
            keyFrameNs = nowNs;
        }
    }

    private boolean begins(VideoPacket p) {
        VideoLayer layer = p.layer();
        if (aim == null || layer.source() != source || !layer.leads(p)) {
            return false;
        }
        return flowing() ? layer == aim && layer != current : layer.index() <= wanted;
    }

    /**
     * Writes a retransmission (RFC 4588) of what was sent under a sequence number.
     *
     * @param roundTripNs of the receiver, 0: not known
     * @return its length; 0: not there, or sent again just now
     */
    public int retransmit(int sequence, long nowNs, long roundTripNs, byte[] out) {
        return outgoing.retransmit(sequence, nowNs, roundTripNs, out);
    }

    /**
     * Writes a packet that serves only to measure the line, also before anything was forwarded.
     *
     * @param bytes about so long
     * @return its length
     */
    public int padding(int bytes, byte[] out) {
        return outgoing.padding(bytes, out);
    }

    /** The RTP timestamp that belongs to now, for a sender report. */
    public int timestampAt(long nowNs) {
        return outgoing.timestampAt(nowNs);
    }

    /** Packets forwarded, without retransmissions, as a sender report tells them. */
    public long packets() {
        return outgoing.packets();
    }

    /** Bytes of their payloads. */
    public long octets() {
        return outgoing.octets();
    }
}

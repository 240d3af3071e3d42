package plenum.media.forward;

import org.jspecify.annotations.Nullable;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/**
 * One simulcast layer of a camera or screen, or the whole of it where there is only one: reads its packets for the
 * slots, keeps them for retransmission, knows what is missing. On the media thread.
 */
public final class VideoLayer {
    /** Room for the sequence numbers of {@link #missing}. */
    public static final int MAX_MISSING = NackList.MAX_MISSING;

    /** How far before a stream's first packet another one may belong that changed places with it. */
    private static final int REACH_BACK = 32;
    /** A key frame whose first packet was repaired is of use when not more than that came meanwhile. */
    private static final int MAX_BEHIND = 64;

    private final VideoSource source;
    private final int index;
    private final MediaNumbers numbers = new MediaNumbers();
    private final NackList nacks = new NackList();
    private final FramePace pace = new FramePace();
    private final PayloadFacts facts = new PayloadFacts();
    private final VideoPacket packet = new VideoPacket(this, new byte[0], 0);
    private final RetransmitCache cache = new RetransmitCache(this);
    private final Holders holders = new Holders();
    private @Nullable IncomingStream stream;
    private int restarts;
    private int epoch;
    private boolean begun;
    private long highest = -1;
    /** From this number on everything that came was kept. */
    private long keptFrom;

    private boolean keeping;
    /** The least extended sequence number of the stream. */
    private long lowest;

    private int pictureId = -1;
    private int height;
    /** The extended sequence number with which the newest key frame began. */
    private long keyFrame = -1;

    private boolean broken;

    VideoLayer(VideoSource source, int index) {
        this.source = source;
        this.index = index;
    }

    /** The stream of this layer from now on; another one than before, as when the sender chose a new SSRC. */
    public void bind(IncomingStream stream) {
        this.stream = stream;
        restarts = stream.restarts();
        restart();
    }

    private void restart() {
        epoch++;
        begun = false;
        nacks.clear();
        pace.restart();
        pictureId = -1;
        broken = false;
    }

    /**
     * Takes a packet of this layer's stream.
     *
     * @param repaired it came as a retransmission
     * @return null: nothing in it for the slots
     */
    public @Nullable VideoPacket received(RtpPacket p, boolean repaired, long nowNs) {
        Codec codec = Codec.of(p.payloadType());
        if (stream == null || codec == null || !codec.video() || !stream.received(p, repaired, nowNs)) {
            return null;
        }
        long number = number(stream, p.payloadLength() == 0, nowNs);
        if (number < 0) {
            return null;
        }
        read(codec, p, stream, nowNs);
        place(stream, number, nowNs);
        return packet;
    }

    /** @return -1: nobody is to get the packet */
    private long number(IncomingStream stream, boolean empty, long nowNs) {
        if (restarts != stream.restarts()) {
            restarts = stream.restarts();
            restart();
        }
        if (!begun) {
            begun = true;
            holders.touch(nowNs);
            lowest = stream.number();
            numbers.begin(stream.number() - REACH_BACK, highest + RetransmitCache.MAX_PACKETS);
        }
        track(stream, nowNs);
        if (empty && !stream.late()) {
            numbers.skip(stream.number());
            return MediaNumbers.UNKNOWN;
        }
        return numbers.of(stream.number());
    }

    private void track(IncomingStream stream, long nowNs) {
        long number = stream.number();
        boolean few = true;
        if (number < lowest) {
            few = nacks.missing(number + 1, lowest, nowNs);
            lowest = number;
        } else if (stream.late()) {
            nacks.arrived(number);
        } else {
            few = nacks.missing(number - stream.gap(), number, nowNs);
        }
        broken |= !few;
    }

    private void read(Codec codec, RtpPacket p, IncomingStream stream, long nowNs) {
        facts.read(codec, p.buffer(), p.payloadOffset(), p.payloadLength());
        packet.view(p, facts, extendPictureId());
        if (facts.keyFrame()) {
            height = facts.height();
            keyFrame = Math.max(keyFrame, stream.number());
            broken = false;
            source.keyFrameCame(index);
        }
        if (!stream.late()) {
            pictureId = packet.pictureId();
            pace.packet(p.timestamp(), nowNs);
        }
    }

    private void place(IncomingStream stream, long number, long nowNs) {
        packet.place(epoch, number, stream.late());
        boolean keep = holders.needed(nowNs);
        if (keep) {
            keptFrom = keeping ? keptFrom : highest + 1;
            cache.put(packet, nowNs);
        }
        keeping = keep;
        highest = Math.max(highest, number);
    }

    /** Picture ids of 7 bits go on as 15 bits, so that all senders' look alike in a slot. */
    private int extendPictureId() {
        int id = facts.pictureId();
        if (facts.pictureIdLength() != 1 || pictureId < 0) {
            return id;
        }
        int ahead = (id - pictureId << 25) >> 25;
        return pictureId + ahead & 0x7fff;
    }

    public VideoSource source() {
        return source;
    }

    /** 0 is the smallest picture. */
    public int index() {
        return index;
    }

    public @Nullable IncomingStream stream() {
        return stream;
    }

    /** Counts the streams that this layer had: packets before and after a change have nothing to do with each other. */
    int epoch() {
        return epoch;
    }

    /** The greatest number given to a packet, -1: none. */
    long highest() {
        return highest;
    }

    /** A slot begins with the packet received last: it is kept in any case. */
    void lead(VideoPacket p, long nowNs) {
        if (!keeping) {
            keeping = true;
            keptFrom = p.number();
            cache.put(p, nowNs);
        }
    }

    /** Whether a receiver that begins with this packet can still get those that came before it and belong behind it. */
    boolean leads(VideoPacket p) {
        return !p.late() || keeping && p.number() + 1 >= keptFrom && highest - p.number() <= MAX_BEHIND;
    }

    /** Of its newest key frame in pixels, 0: not known. */
    public int height() {
        return height;
    }

    /** Over the last second. */
    public long bitrateBps(long nowNs) {
        return stream == null ? 0 : stream.bitrateBps(nowNs);
    }

    public long framesPerSecond(long nowNs) {
        return pace.perSecond(nowNs);
    }

    /** Whether its packets come; a silence of five frames, between 0.5 and 2 s, ends it. */
    public boolean flows(long nowNs) {
        return stream != null && stream.heard(pace.silenceNs(), nowNs);
    }

    /** Whether packets are lost for good since its last key frame. */
    boolean broken() {
        return broken;
    }

    /**
     * The sequence numbers to ask the sender for now.
     *
     * @param roundTripNs 0: not known
     * @param out room for {@link #MAX_MISSING}
     * @return how many
     */
    public int missing(long nowNs, long roundTripNs, int[] out) {
        if (!holders.needed(nowNs)) {
            nacks.clear();
            return 0;
        }
        broken |= nacks.giveUp(nowNs) > keyFrame;
        return nacks.due(nowNs, roundTripNs, out);
    }

    @Nullable
    VideoPacket cached(long number) {
        return cache.get(number);
    }

    /** A slot or another bridge forwards the layer or waits for it. */
    public void hold() {
        holders.add();
    }

    public void letGo(long nowNs) {
        holders.remove(nowNs);
    }

    /** Whether any slot forwards the layer or waits for it. */
    public boolean held() {
        return holders.any();
    }

    /** Gives memory back that nobody has needed for 2 s. */
    void tick(long nowNs) {
        if (holders.idle(nowNs) && cache.places() > 0) {
            cache.release();
        }
    }

    void release() {
        cache.release();
    }
}

package plenum.media.sfu;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.media.api.Mapping;
import plenum.media.bwe.Wish;
import plenum.media.forward.OutgoingHeader;
import plenum.media.forward.VideoPacket;
import plenum.media.forward.VideoSlot;
import plenum.media.forward.VideoSource;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.sdp.OfferText;

/** A picture slot of an endpoint. */
final class View implements Sink {
    private final String mid;
    private final VideoSlot video;
    private final Downlink downlink;
    private final Growth sent = new Growth();
    private final BitSet accepted = new BitSet(128);
    private @Nullable Picture picture;
    private boolean starved;

    View(String mid, int ssrc, int rtxSsrc, Downlink downlink) {
        this.mid = mid;
        this.downlink = downlink;
        video = new VideoSlot(ssrc, rtxSsrc);
    }

    /** Another picture from now on, or none. */
    void carry(@Nullable Picture next, long nowNs) {
        picture = next;
        video.show(next == null ? null : next.source(), nowNs);
    }

    String mid() {
        return mid;
    }

    /** What the receiver can decode; nothing, until this is told. */
    void accept(List<Integer> payloadTypes) {
        payloadTypes.forEach(accepted::set);
    }

    Optional<Picture> picture() {
        return Optional.ofNullable(picture);
    }

    /**
     * Takes what the line was found to carry.
     *
     * @return whether a picture has begun to be left out for want of bandwidth, or ceased to
     */
    boolean grant(Wish wish, long nowNs) {
        boolean was = starved;
        starved = wish.granted() == Wish.NONE && picture != null && picture.flows(nowNs);
        video.want(starved ? VideoSlot.PAUSED : layer(wish), nowNs);
        return was != starved;
    }

    /** When no layer comes as yet, the first one that does is welcome. */
    private static int layer(Wish wish) {
        return wish.granted() == Wish.NONE ? VideoSource.MAX_LAYERS - 1 : wish.granted();
    }

    @Override
    public boolean wants(int layer) {
        return video.wanted() == layer;
    }

    @Override
    public void forward(VideoPacket packet, int padding, long nowNs) {
        if (!downlink.open()) {
            video.interrupt();
            return;
        }
        int length = video.project(packet, nowNs, downlink.scratch());
        if (length > 0) {
            send(OutgoingHeader.pad(downlink.scratch(), length, padding), nowNs);
        }
        while (length > 0) {
            length = video.projectBehind(nowNs, downlink.scratch());
            send(length, nowNs);
        }
    }

    private void send(int length, long nowNs) {
        if (accepted.get(downlink.scratch()[1] & 0x7f)) {
            downlink.send(length, nowNs);
        }
    }

    /** Asks for a key frame as long as there is none. */
    void wishKeyFrame(long nowNs) {
        int layer = picture == null ? VideoSlot.PAUSED : video.keyFrameNeeded(nowNs);
        if (layer != VideoSlot.PAUSED && picture != null) {
            picture.wishKeyFrame(layer, nowNs);
        }
    }

    /** The receiver cannot go on decoding. */
    void pictureLost(long nowNs) {
        if (video.pictureLost(nowNs)) {
            wishKeyFrame(nowNs);
        }
    }

    /** The receiver has not got a packet; one that left long ago comes in the stream of retransmissions (RFC 4588). */
    void repair(int sequence, long roundTripNs, long nowNs) {
        if (!downlink.repeat(ssrc(), sequence, nowNs)) {
            downlink.sendOnce(video.retransmit(sequence, nowNs, Math.max(0, roundTripNs), downlink.scratch()), nowNs);
        }
    }

    /** @return how many bytes were sent only to measure the line */
    int pad(int bytes, long nowNs) {
        int length = video.padding(bytes, downlink.scratch());
        downlink.sendOnce(length, nowNs);
        return length;
    }

    Mapping mapping() {
        return new Mapping(mid, Optional.ofNullable(starved ? null : picture).map(Picture::id));
    }

    int ssrc() {
        return video.ssrc();
    }

    /** Packets sent since this was asked, without retransmissions. */
    int takePackets() {
        return (int) sent.since(video.packets());
    }

    /** Tells the receiver which time its timestamps stand for; nothing of a slot that was never used. */
    void report(RtcpWriter writer, long ntp, long nowNs) {
        if (video.packets() > 0) {
            var unused = writer.senderReport(
                            ssrc(), ntp, video.timestampAt(nowNs), (int) video.packets(), (int) video.octets())
                    && writer.cname(ssrc(), OfferText.CNAME);
        }
    }
}

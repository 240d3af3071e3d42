package plenum.media.sfu;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import plenum.media.bwe.Wish;
import plenum.media.forward.IncomingStream;
import plenum.media.forward.OutgoingHeader;
import plenum.media.forward.RelayedVideo;
import plenum.media.forward.VideoLayer;
import plenum.media.forward.VideoPacket;
import plenum.media.forward.VideoSource;
import plenum.media.link.LinkState;
import plenum.media.rtcp.RtcpWriter;

/** A picture on its way over a link: those of its layers that are wanted beyond it, each once. */
final class Relay implements Sink {
    private static final int MAX = 0xffff;
    private static final int BPS_PER_KBPS = 1_000;

    private final Picture picture;
    private final Downlink downlink;
    private final int[] ssrcs;
    private final int[] told = new int[VideoSource.MAX_LAYERS];
    private final long[] octets = new long[VideoSource.MAX_LAYERS];
    private final long[] packets = new long[VideoSource.MAX_LAYERS];
    private final Wish wish;
    /** The layers that the other end wants, those that cross, and of them those whose key frame has not come: bits. */
    private int asked;

    private int crossing;
    private int beginning;
    private int height;
    /** The greatest layer for which the line has room. */
    private int room = VideoSource.MAX_LAYERS - 1;

    /** @param ssrcs gives new ones */
    Relay(Picture picture, Downlink downlink, IntSupplier ssrcs) {
        this.picture = picture;
        this.downlink = downlink;
        wish = new Wish(picture.screen());
        this.ssrcs = IntStream.generate(ssrcs).limit(VideoSource.MAX_LAYERS).toArray();
    }

    Picture picture() {
        return picture;
    }

    @Override
    public boolean wants(int layer) {
        return (crossing & 1 << layer) != 0;
    }

    boolean screen() {
        return picture.screen();
    }

    /** What it would take of the line. */
    Wish wish() {
        return wish;
    }

    void wish(long nowNs) {
        picture.describe(wish, nowNs);
        wish.want(height, true);
    }

    /** What its layers take that cross beside the largest. */
    long besidesBps(long nowNs) {
        long all = 0;
        long largest = 0;
        for (int i = 0; i < VideoSource.MAX_LAYERS; i++) {
            long bps = wants(i) ? picture.bitrateBps(i, nowNs) : 0;
            all += bps;
            largest = Math.max(largest, bps);
        }
        return all - largest;
    }

    /**
     * Takes its share. What crosses goes on until the other end has something else, unless there is not even room for
     * the smallest; what has no room does not begin. As long as the wish is met there is room for all that one knows.
     */
    void granted(long nowNs) {
        room = height == 0 || wish.met() ? VideoSource.MAX_LAYERS - 1 : wish.granted();
        int fitting = (1 << room + 1) - 1;
        cross(room == Wish.NONE ? 0 : asked & (crossing | fitting), nowNs);
    }

    @Override
    public void forward(VideoPacket packet, int padding, long nowNs) {
        int layer = packet.layer().index();
        if (!wants(layer) || !downlink.open()) {
            return;
        }
        if (packet.keyFrame()) {
            beginning &= ~(1 << layer);
        }
        int length = RelayedVideo.write(packet, ssrcs[layer], downlink.scratch());
        if (length > 0) {
            packets[layer]++;
            octets[layer] += packet.payloadLength();
            downlink.send(OutgoingHeader.pad(downlink.scratch(), length, padding), nowNs);
        }
    }

    /** The height in which it is wanted beyond the link. */
    int height() {
        return height;
    }

    /**
     * The other end wants that from now on. What it wants no more ends at once, what it wants anew begins when the line
     * is shared ({@link #granted}), with a key frame.
     */
    void want(int height, int layers, long nowNs) {
        this.height = height;
        asked = layers;
        cross(crossing & layers, nowNs);
    }

    private void cross(int layers, long nowNs) {
        int changed = crossing ^ layers;
        crossing = layers;
        beginning = layers & (beginning | changed);
        for (int i = 0; i < VideoSource.MAX_LAYERS; i++) {
            if ((changed & 1 << i) != 0) {
                hold(picture.source().layer(i), nowNs);
            }
        }
    }

    /** Asks for the key frames that are still missing: nearer to the sender than whoever waits for them. */
    void wishKeyFrames(long nowNs) {
        for (int i = 0; i < VideoSource.MAX_LAYERS && beginning != 0; i++) {
            if ((beginning & 1 << i) != 0 && picture.source().layer(i).flows(nowNs)) {
                picture.wishKeyFrame(i, nowNs);
            }
        }
    }

    /** As long as it is wanted, what is lost on the way here is asked for. */
    private void hold(VideoLayer layer, long nowNs) {
        if (wants(layer.index())) {
            layer.hold();
            picture.wishKeyFrame(layer.index(), nowNs);
        } else {
            layer.letGo(nowNs);
        }
    }

    /**
     * Tells which time the timestamps of the layers that cross stand for.
     *
     * @param room for one report each time it is asked
     */
    void report(Supplier<RtcpWriter> room, long ntp, long nowNs) {
        for (int i = 0; i < ssrcs.length; i++) {
            IncomingStream stream = picture.stream(i);
            if (wants(i) && stream != null && stream.timed()) {
                var unused = room.get()
                        .senderReport(ssrcs[i], ntp, stream.timestampAt(nowNs), (int) packets[i], (int) octets[i]);
            }
        }
    }

    /** What the other end is told of it. */
    LinkState.Source describe(long nowNs) {
        var described = IntStream.range(0, VideoSource.MAX_LAYERS)
                .mapToObj(i -> new LinkState.Layer(ssrcs[i], offered(i, nowNs), kbps(i, nowNs)))
                .toList();
        return new LinkState.Source(picture.id(), described);
    }

    /** In pixels; 0: the layer does not flow, or the line has no room for it. */
    private int offered(int layer, long nowNs) {
        return layer > Math.max(0, room) ? 0 : Math.min(MAX, picture.height(layer, nowNs));
    }

    /** Told anew only when it is another rate by much: each change is a message. */
    private int kbps(int layer, long nowNs) {
        int now = (int) Math.min(MAX, picture.bitrateBps(layer, nowNs) / BPS_PER_KBPS);
        if (now > told[layer] * 5 / 4 || now < told[layer] / 2) {
            told[layer] = now;
        }
        return told[layer];
    }

    /** @return the layer of an SSRC; -1: none of its */
    int layer(int ssrc) {
        for (int i = 0; i < ssrcs.length; i++) {
            if (ssrcs[i] == ssrc) {
                return i;
            }
        }
        return -1;
    }

    int ssrc() {
        return ssrcs[0];
    }

    /** Packets that crossed the link, by layer, without repetitions. */
    List<Long> packets() {
        return Arrays.stream(packets).boxed().toList();
    }
}

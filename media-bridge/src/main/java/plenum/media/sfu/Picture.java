package plenum.media.sfu;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.bwe.Wish;
import plenum.media.forward.IncomingStream;
import plenum.media.forward.Retransmission;
import plenum.media.forward.VideoLayer;
import plenum.media.forward.VideoPacket;
import plenum.media.forward.VideoSource;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.RtpPacket;

/** A camera or screen of an endpoint, and in whose slots it is shown now. */
final class Picture {
    private static final int CLOCK_RATE_HZ = 90_000;

    private final SourceId id;
    private final Activity activity;
    private final Pictures pictures;
    private final Feedback feedback;
    private final Demand demand = new Demand();
    /** Null: it is a local endpoint's. */
    private final @Nullable Announced announced;

    private final VideoSource source = new VideoSource();
    private final boolean[] ended = new boolean[VideoSource.MAX_LAYERS];
    private final Fan fan;
    private int wanted;

    /** @param announced what another bridge says of it; null: an endpoint here sends it */
    Picture(
            SourceId id,
            Activity activity,
            Pictures pictures,
            Feedback feedback,
            HeldFrames held,
            @Nullable Announced announced) {
        this.announced = announced;
        this.id = id;
        this.activity = activity;
        this.pictures = pictures;
        this.feedback = feedback;
        fan = new Fan(source, held);
    }

    /**
     * Takes a packet that is authentic and permitted, and sends it on to all who are shown its layer.
     *
     * @param repairs it is a retransmission
     */
    void take(RtpPacket packet, int index, boolean repairs, long nowNs) {
        VideoLayer layer = source.layer(index);
        if (!(repairs ? restore(packet, layer) : bound(packet, layer))) {
            return;
        }
        boolean began = announced == null && !layer.flows(nowNs);
        VideoPacket video = layer.received(packet, repairs, nowNs);
        if (video == null) {
            return;
        }
        if (began) {
            layersChanged();
        }
        if (announced == null && !repairs && activity.seen(nowNs)) {
            demand.begin(nowNs);
            pictures.changed();
        }
        fan.take(video, nowNs);
    }

    private static boolean restore(RtpPacket packet, VideoLayer layer) {
        IncomingStream stream = layer.stream();
        return stream != null && Retransmission.restore(packet, stream.ssrc());
    }

    private boolean bound(RtpPacket packet, VideoLayer layer) {
        IncomingStream stream = layer.stream();
        if (stream == null || stream.ssrc() != packet.ssrc() || ended[layer.index()]) {
            ended[layer.index()] = false;
            layer.bind(new IncomingStream(packet.ssrc(), CLOCK_RATE_HZ));
        }
        return true;
    }

    /** It is not permitted any more: what comes later are new streams. */
    void end() {
        Arrays.fill(ended, true);
        fan.drop();
        if (activity.end()) {
            pictures.changed();
        }
        if (demand.end()) {
            pictures.tellDemand(this);
        }
    }

    /** It is gone for ever. */
    void close() {
        end();
        source.close();
        pictures.remove(this);
    }

    void tick(long nowNs) {
        source.tick(nowNs);
        if (announced == null && demand.height() > 0 && activity.silent(nowNs)) {
            pictures.changed();
        }
    }

    /** Receivers and other bridges choose anew at once among the layers that there are now. */
    void layersChanged() {
        pictures.changed();
    }

    /** Another bridge has it to give. */
    void announced(long nowNs) {
        if (activity.seen(nowNs)) {
            pictures.changed();
        }
    }

    /** The link over which it comes, null: none. */
    @Nullable
    LinkEnd origin() {
        return announced == null ? null : announced.origin();
    }

    /**
     * The layers that anybody here gets or is to get, of those that flow where it comes from: bit 0 is the smallest.
     */
    int needed() {
        int layers = 0;
        for (int i = 0; i < VideoSource.MAX_LAYERS; i++) {
            boolean there = announced != null && announced.height(i) > 0;
            layers |= there && (source.layer(i).held() || fan.wants(i)) ? 1 << i : 0;
        }
        return layers;
    }

    /** The greatest height that anybody here wants, as was told last. */
    int wanted() {
        return wanted;
    }

    /** The greatest height that anybody wants now. */
    void wanted(int height, long nowNs) {
        wanted = height;
        if (announced != null) {
            return;
        }
        boolean paused = demand.height() == 0;
        if (!activity.active() || !demand.wanted(height, nowNs)) {
            return;
        }
        if (paused) {
            activity.expect(nowNs);
        }
        pictures.tellDemand(this);
    }

    /** What its sender was told. */
    int demanded() {
        return demand.height();
    }

    void wishKeyFrame(int layer, long nowNs) {
        IncomingStream stream = source.layer(layer).stream();
        if (stream != null && source.wishKeyFrame(layer, nowNs)) {
            feedback.askKeyFrame(stream.ssrc());
        }
    }

    /** Tells a receiver's wish which layers there are. */
    void describe(Wish wish, long nowNs) {
        for (int i = 0; i < VideoSource.MAX_LAYERS; i++) {
            wish.layer(i, height(i, nowNs), bitrateBps(i, nowNs));
        }
    }

    /** Of a layer, pixels; 0: its packets do not come. */
    int height(int index, long nowNs) {
        if (announced != null) {
            return announced.height(index);
        }
        VideoLayer layer = source.layer(index);
        return layer.flows(nowNs) ? height(layer) : 0;
    }

    long bitrateBps(int index, long nowNs) {
        return announced == null ? source.layer(index).bitrateBps(nowNs) : announced.bps(index);
    }

    /** Before its first key frame, or where the bridge cannot read the codec: a layer of usual height. */
    private static int height(VideoLayer layer) {
        return layer.height() > 0 ? layer.height() : 180 << layer.index();
    }

    /** Asks for what is missing. @param scratch room for {@link VideoLayer#MAX_MISSING} */
    void askMissing(RtcpWriter writer, int ownSsrc, long roundTripNs, int[] scratch, long nowNs) {
        for (int i = 0; i < VideoSource.MAX_LAYERS; i++) {
            VideoLayer layer = source.layer(i);
            IncomingStream stream = layer.stream();
            int count = layer.missing(nowNs, Math.max(0, roundTripNs), scratch);
            if (stream != null && count > 0) {
                var unused = writer.nack(ownSsrc, stream.ssrc(), scratch, count);
            }
        }
    }

    @Nullable
    IncomingStream stream(int layer) {
        return source.layer(layer).stream();
    }

    SourceId id() {
        return id;
    }

    boolean screen() {
        return id.kind() == SourceKind.SCREEN;
    }

    VideoSource source() {
        return source;
    }

    /** Whether there is anything to be seen, or would be if anybody wanted it. */
    boolean active() {
        return activity.active();
    }

    /** Whether packets of any layer come. */
    boolean flows(long nowNs) {
        if (announced != null) {
            return announced.flows();
        }
        for (int i = 0; i < VideoSource.MAX_LAYERS; i++) {
            if (source.layer(i).flows(nowNs)) {
                return true;
            }
        }
        return false;
    }

    /** Where its packets go now. */
    void sinks(List<? extends Sink> sinks) {
        fan.sinks(sinks);
    }
}

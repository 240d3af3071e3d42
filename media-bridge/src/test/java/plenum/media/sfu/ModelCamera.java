package plenum.media.sfu;

import java.util.Arrays;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.forward.Simulation;
import plenum.media.forward.VideoSource;
import plenum.media.forward.Vp8Sender;
import plenum.media.net.Transport;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtp.RtpPacket;

/**
 * A browser's camera in three layers: 30 frames a second; a request for a key frame brings one of all layers with the
 * next frame, and lets others fall that come within 300 ms; layers beyond what is demanded pause.
 */
final class ModelCamera implements Wire, RtcpVisitor {
    private static final int FRAME_MS = 33;
    private static final long DEAF_NS = 300_000_000L;
    private static final int[] BPS = {150_000, 500_000, 1_500_000};
    private static final int FILL = 1_000;

    private final Simulation world;
    private final int lineMs;
    private final Picture picture;
    private final Vp8Sender[] senders = new Vp8Sender[VideoSource.MAX_LAYERS];
    private final boolean[] active = new boolean[VideoSource.MAX_LAYERS];
    private final boolean[] key = new boolean[VideoSource.MAX_LAYERS];
    private final RtpPacket packet = new RtpPacket();
    private long heededNs = -DEAF_NS;
    private int demanded = Demand.ALL;

    ModelCamera(ModelBridge bridge, String name, int lineMs) {
        world = bridge.world;
        this.lineMs = lineMs;
        var feedback = new Feedback(this, bridge.shared.scratch(), 1);
        picture = bridge.pictures.open(new SourceId(new EndpointId(name), SourceKind.CAMERA), feedback);
        for (int i = 0; i < senders.length; i++) {
            senders[i] = new Vp8Sender(i, 100 * i, 0, 0, 0).film(FILL, 180 << i);
        }
        world.every(FRAME_MS, this::capture);
    }

    SourceId id() {
        return picture.id();
    }

    private void capture() {
        int told = picture.demanded();
        if (told != demanded) world.at(2L * lineMs, () -> demanded = told);
        for (int i = 0; i < senders.length; i++) {
            boolean now = i == 0 ? demanded > 0 : 180 << i - 1 < demanded;
            key[i] |= now && !active[i];
            active[i] = now;
            if (now) film(i);
        }
    }

    private void film(int layer) {
        int packets = Math.max(1, BPS[layer] * FRAME_MS / 8_000 / FILL) * (key[layer] ? 5 : 1);
        for (byte[] sent : senders[layer].frame(key[layer], packets)) world.at(lineMs, () -> arrive(layer, sent));
        key[layer] = false;
    }

    private void arrive(int layer, byte[] sent) {
        byte[] lent = Arrays.copyOf(sent, sent.length + Transport.ROOM);
        if (packet.parse(lent, 0, sent.length)) picture.take(packet, layer, false, world.nowNs);
    }

    @Override
    public void pictureLoss(int mediaSsrc) {
        if (world.nowNs - heededNs < DEAF_NS) return;
        heededNs = world.nowNs;
        Arrays.fill(key, true);
    }

    @Override
    public void sendRtcp(byte[] data, int offset, int length) {
        byte[] sent = Arrays.copyOfRange(data, offset, offset + length);
        world.at(lineMs, () -> {
            var unused = RtcpReader.read(sent, 0, sent.length, this);
        });
    }

    @Override
    public boolean up() {
        return true;
    }

    @Override
    public int seal(byte[] data, int offset, int length) {
        throw new UnsupportedOperationException("nothing is shown to it");
    }

    @Override
    public void hand(byte[] data, int offset, int length) {
        throw new UnsupportedOperationException("nothing is shown to it");
    }
}

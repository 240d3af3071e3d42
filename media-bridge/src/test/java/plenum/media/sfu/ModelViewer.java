package plenum.media.sfu;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plenum.media.api.EndpointId;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.bwe.ArrivalRecorder;
import plenum.media.forward.Simulation;
import plenum.media.net.Transport;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/** A browser that watches one picture, tells what came, and knows how tall the picture is that it shows. */
final class ModelViewer implements Wire, RtcpVisitor {
    private static final int REPORT_MS = 20;
    private static final int DESCRIPTOR = 6;

    private final Simulation world;
    private final int lineMs;
    private final ModelBridge bridge;
    private final Downlink downlink;
    private final Viewer viewer;
    private final RtpPacket packet = new RtpPacket();
    private final ArrivalRecorder arrivals = new ArrivalRecorder();
    private final byte[] told = new byte[ArrivalRecorder.MAX_MESSAGE];
    private int coming;
    private int shown;
    private long shownNs;

    ModelViewer(ModelBridge bridge, String name, int lineMs) {
        this.bridge = bridge;
        world = bridge.world;
        this.lineMs = lineMs;
        downlink = new Downlink(this, bridge.shared.scratch());
        var view = new View("v0", bridge.shared.ssrc(), bridge.shared.ssrc(), downlink);
        view.accept(List.of(Codec.VP8.payloadType()));
        viewer = new Viewer(new EndpointId(name), false, List.of(), List.of(view), downlink);
        bridge.pictures.add(viewer);
        world.every(REPORT_MS, this::report);
    }

    void want(SourceId stage, int height) {
        viewer.constrain(new ReceiverConstraints(List.of(stage), Map.of(), height, -1, 0));
        bridge.pictures.wants(viewer);
    }

    /** Lines of the picture that it shows, 0: none. */
    int shown() {
        return shown;
    }

    /** Since when it is so tall. */
    long shownNs() {
        return shownNs;
    }

    private void report() {
        int length = arrivals.write(told, 0, 1, 2, world.nowNs);
        byte[] sent = Arrays.copyOf(told, length);
        if (length > 0) {
            world.at(lineMs, () -> {
                var unused = RtcpReader.read(sent, 0, sent.length, this);
            });
        }
    }

    @Override
    public void transportFeedback(byte[] buffer, int fciOffset, int fciLength) {
        downlink.feedback(buffer, fciOffset, fciLength, world.nowNs);
    }

    @Override
    public void hand(byte[] data, int offset, int length) {
        byte[] sent = Arrays.copyOfRange(data, offset, offset + length + Transport.ROOM);
        world.at(lineMs, () -> arrive(sent, length));
    }

    private void arrive(byte[] sent, int length) {
        if (!packet.parse(sent, 0, length)) return;
        arrivals.received(packet.transportSequence(), packet.marker(), world.nowNs);
        if (packet.payloadType() != Codec.VP8.payloadType() || packet.payloadLength() < DESCRIPTOR + 10) return;
        byte[] b = packet.buffer();
        int at = packet.payloadOffset();
        if ((b[at] & 0x10) != 0) {
            boolean key = (b[at + DESCRIPTOR] & 1) == 0;
            coming = key ? (b[at + DESCRIPTOR + 9] & 0x3f) << 8 | b[at + DESCRIPTOR + 8] & 0xff : coming;
        }
        if (packet.marker() && coming != shown) {
            shown = coming;
            shownNs = world.nowNs;
        }
    }

    @Override
    public boolean up() {
        return true;
    }

    @Override
    public int seal(byte[] data, int offset, int length) {
        return length;
    }

    @Override
    public void sendRtcp(byte[] data, int offset, int length) {}
}

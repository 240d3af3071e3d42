package plenum.media.sfu;

import plenum.media.ice.IceLite;
import plenum.media.ice.IceSession;
import plenum.media.net.Route;
import plenum.media.net.Transport;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/** The way of a packet through the bridge, step by step; {@code doc/packet-path.md} tells why. On the media thread. */
final class PacketPath implements Transport.Handler {
    private final IceLite<Endpoint> ice;
    private final Links links;
    private final Counters counters;
    private final HeldFrames held;
    private final RtpPacket packet = new RtpPacket();

    PacketPath(IceLite<Endpoint> ice, Links links, Counters counters, HeldFrames held) {
        this.ice = ice;
        this.links = links;
        this.counters = counters;
        this.held = held;
    }

    /** RFC 7983: the first byte tells the protocol. */
    @Override
    public void received(byte[] data, int offset, int length, Route from, long nowNs) {
        int first = length == 0 ? -1 : data[offset] & 0xff;
        if (first >= 0 && first <= 3) {
            ice.stun(data, offset, length, from, nowNs);
            return;
        }
        IceSession<Endpoint> session = ice.at(from);
        if (session == null) {
            fromElsewhere(data, offset, length, from, nowNs);
        } else if (first >= 128 && first <= 191) {
            media(session.peer(), data, offset, length, nowNs);
        } else if (first >= 20 && first <= 63) {
            session.peer().line().handshake(data, offset, length);
        }
    }

    private void fromElsewhere(byte[] data, int offset, int length, Route from, long nowNs) {
        LinkEnd link = links.of(data, offset, length, from);
        if (link == null) {
            counters.dropped++;
        } else {
            link.received(data, offset, length, from, nowNs);
        }
    }

    private void media(Endpoint from, byte[] data, int offset, int length, long nowNs) {
        if (RtcpReader.isRtcp(data, offset, length)) {
            rtcp(from, data, offset, length, nowNs);
        } else {
            rtp(from, data, offset, length, nowNs);
        }
    }

    private void rtp(Endpoint from, byte[] data, int offset, int length, long nowNs) {
        int clear = from.line().open(data, offset, length, nowNs);
        if (clear < 0 || !packet.parse(data, offset, clear)) {
            return;
        }
        Uplink uplink = from.uplink();
        uplink.arrived(packet, nowNs);
        UplinkStream stream = uplink.stream(packet);
        if (stream == null || !uplink.permits(stream.kind())) {
            return;
        }
        boolean repairs = Codec.ofRtx(packet.payloadType()) != null;
        if (stream.kind().video()) {
            uplink.picture(stream.kind()).take(packet, stream.layer(), repairs, nowNs);
        } else {
            uplink.microphone().take(packet, nowNs);
        }
    }

    private void rtcp(Endpoint from, byte[] data, int offset, int length, long nowNs) {
        int clear = from.line().openRtcp(data, offset, length, nowNs);
        if (clear >= 0 && !RtcpReader.read(data, offset, clear, from.reports().at(nowNs))) {
            counters.dropped++;
        }
    }

    @Override
    public void batchDone(long nowNs) {
        held.leave(nowNs);
    }

    @Override
    public void closed(Route route) {
        ice.closed(route);
    }
}

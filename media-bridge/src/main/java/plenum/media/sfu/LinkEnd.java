package plenum.media.sfu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.media.api.SourceId;
import plenum.media.link.LinkPages;
import plenum.media.link.LinkState;
import plenum.media.net.Route;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;
import plenum.media.rtp.RtpPacket;

/**
 * One end of a link between two bridges that carry the same conference: gives what the other one wants of the pictures
 * here, and has its pictures here. Both ends are alike; {@code doc/cascade.md} tells why. Media thread only.
 */
final class LinkEnd implements RtcpVisitor {
    private static final long LOOK_NS = 100_000_000;

    private final int id;
    private final Shared shared;
    private final Pictures pictures;
    private final LinkWire wire;
    private final Downlink downlink;
    private final Feedback feedback;
    private final LinkTalk talk;
    private final RtpPacket packet = new RtpPacket();
    /** Ours that the other end may want. */
    private final Map<SourceId, Relay> relays = new LinkedHashMap<>();
    /** Its own, here. */
    private final Map<SourceId, Guest> guests = new HashMap<>();

    private final Map<Integer, Guest> guestsBySsrc = new HashMap<>();
    private LinkPages pages = new LinkPages();
    private List<LinkState.Source> offered = List.of();
    private long lookedNs;
    private long nowNs;

    LinkEnd(int id, Shared shared, Pictures pictures, LinkWire wire) {
        this.id = id;
        this.shared = shared;
        this.pictures = pictures;
        this.wire = wire;
        downlink = new Downlink(wire, shared.scratch());
        feedback = new Feedback(wire, shared.scratch(), id);
        talk = new LinkTalk(wire, shared.scratch(), id);
    }

    int id() {
        return id;
    }

    /** Takes a packet that came from the other end, as it seems. */
    void received(byte[] data, int offset, int length, Route from, long nowNs) {
        if (RtcpReader.isRtcp(data, offset, length)) {
            rtcp(data, offset, length, from, nowNs);
        } else {
            rtp(data, offset, length, nowNs);
        }
    }

    private void rtcp(byte[] data, int offset, int length, Route from, long nowNs) {
        int clear = wire.openRtcp(data, offset, length, from, nowNs);
        if (clear >= 0) {
            shared.links().found(this, from);
            this.nowNs = nowNs;
            var unused = RtcpReader.read(data, offset, clear, this);
        }
    }

    private void rtp(byte[] data, int offset, int length, long nowNs) {
        int clear = wire.open(data, offset, length, nowNs);
        if (clear < 0 || !packet.parse(data, offset, clear)) {
            return;
        }
        feedback.arrived(packet, nowNs);
        Guest guest = guestsBySsrc.get(packet.ssrc());
        if (guest != null) {
            guest.picture().take(packet, guest.layer(packet.ssrc()), false, nowNs);
        }
    }

    @Override
    public void nack(int mediaSsrc, int sequence) {
        var unused = downlink.repeat(mediaSsrc, sequence, nowNs);
    }

    @Override
    public void pictureLoss(int mediaSsrc) {
        for (Relay relay : relays.values()) {
            int layer = relay.layer(mediaSsrc);
            if (layer >= 0) {
                relay.picture().wishKeyFrame(layer, nowNs);
            }
        }
    }

    @Override
    public void transportFeedback(byte[] buffer, int fciOffset, int fciLength) {
        downlink.feedback(buffer, fciOffset, fciLength, nowNs);
    }

    @Override
    public void application(int subtype, int name, byte[] buffer, int offset, int length) {
        LinkState told = name == LinkTalk.NAME ? pages.take(buffer, offset, length) : null;
        if (told != null) {
            host(told.sources());
            told.wants().forEach(this::wanted);
        }
    }

    /** Its pictures are to be had here; one that came elsewhere first stays with that. */
    private void host(List<LinkState.Source> sources) {
        var gone = new HashMap<>(guests);
        for (var source : sources) {
            Guest known = gone.remove(source.id());
            if (known != null && known.same(source)) {
                known.now(source, nowNs);
            } else if (source.id().kind().video() && pictures.free(source.id(), this)) {
                leave(known);
                guests.put(source.id(), new Guest(source, this, pictures, feedback, nowNs));
            }
        }
        gone.values().forEach(this::leave);
        guestsBySsrc.clear();
        guests.values().forEach(guest -> guest.ssrcs().forEach(ssrc -> guestsBySsrc.put(ssrc, guest)));
    }

    private void leave(@Nullable Guest guest) {
        if (guest != null) {
            guests.remove(guest.id());
            guest.picture().close();
        }
    }

    private void wanted(LinkState.Want want) {
        for (Relay relay : relays.values()) {
            if (relay.ssrc() == want.ssrc()) {
                relay.want(want.height(), want.layers(), nowNs);
            }
        }
    }

    /** Every 5 to 20 ms. */
    void tick(long nowNs) {
        if (wire.silent(nowNs)) {
            forget(nowNs);
        }
        if (nowNs - lookedNs >= LOOK_NS) {
            lookedNs = nowNs;
            look(nowNs);
        }
        talk.tick(new LinkState(offered, wants()), nowNs);
        if (wire.up()) {
            feedback.tick(guests.values().stream().map(Guest::picture).toList(), -1, nowNs);
            downlink.tick(nowNs);
        }
    }

    /** What there is to be had here, but for what comes from there. */
    private void look(long nowNs) {
        var gone = new HashMap<>(relays);
        for (Picture picture : List.copyOf(pictures.all())) {
            if (picture.active() && picture.origin() != this) {
                gone.remove(picture.id());
                relay(picture, nowNs);
            }
        }
        gone.values().forEach(relay -> drop(relay, nowNs));
        offered = relays.values().stream().map(relay -> relay.describe(nowNs)).toList();
    }

    private void relay(Picture picture, long nowNs) {
        Relay known = relays.get(picture.id());
        if (known == null || known.picture() != picture) {
            if (known != null) {
                drop(known, nowNs);
            }
            var relay = new Relay(picture, downlink, shared::ssrc);
            relays.put(picture.id(), relay);
            pictures.add(relay, nowNs);
        }
    }

    private void drop(Relay relay, long nowNs) {
        relays.remove(relay.picture().id());
        pictures.remove(relay, nowNs);
    }

    private List<LinkState.Want> wants() {
        return guests.values().stream().map(Guest::want).toList();
    }

    /** The other end cannot be reached: what is here goes on by itself. */
    private void forget(long nowNs) {
        pages = new LinkPages();
        List.copyOf(guests.values()).forEach(this::leave);
        guestsBySsrc.clear();
        relays.values().forEach(relay -> relay.want(0, 0, nowNs));
    }

    LinkStats stats() {
        var carried = new ArrayList<LinkStats.Carried>();
        relays.values()
                .forEach(relay ->
                        carried.add(new LinkStats.Carried(relay.picture().id(), relay.packets())));
        return new LinkStats(wire.up(), downlink.bytes(), carried);
    }

    void close(long nowNs) {
        shared.links().remove(this);
        forget(nowNs);
        List.copyOf(relays.values()).forEach(relay -> drop(relay, nowNs));
    }
}

package plenum.media.sfu;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.media.api.SourceId;
import plenum.media.forward.IncomingStream;
import plenum.media.forward.VideoSource;
import plenum.media.link.LinkState;
import plenum.media.link.LinkStats;
import plenum.media.rtp.RtpPacket;

/** The pictures that cross a link: ours as far as the other end wants them, its own here. Media thread only. */
final class LinkPictures {
    private final LinkEnd link;
    private final Pictures pictures;
    private final Downlink downlink;
    private final Feedback feedback;
    private final IntSupplier ssrcs;
    /** Ours that the other end may want. */
    private final Map<SourceId, Relay> relays = new LinkedHashMap<>();
    /** Those of the other end, here. */
    private final Map<SourceId, Guest> guests = new LinkedHashMap<>();

    private final Map<Integer, Guest> guestsBySsrc = new HashMap<>();

    /** @param ssrcs gives new ones */
    LinkPictures(LinkEnd link, Pictures pictures, Downlink downlink, Feedback feedback, IntSupplier ssrcs) {
        this.link = link;
        this.pictures = pictures;
        this.downlink = downlink;
        this.feedback = feedback;
        this.ssrcs = ssrcs;
    }

    /** @return what the other end is told of: what there is here, but for what comes from there */
    List<LinkState.Source> look(long nowNs) {
        var gone = new HashMap<>(relays);
        for (Picture picture : List.copyOf(pictures.all())) {
            if (picture.active() && picture.origin() != link) {
                gone.remove(picture.id());
                relay(picture, nowNs);
            }
        }
        gone.values().forEach(relay -> drop(relay, nowNs));
        return relays.values().stream().map(relay -> relay.describe(nowNs)).toList();
    }

    private void relay(Picture picture, long nowNs) {
        Relay known = relays.get(picture.id());
        if (known != null && known.picture() == picture) {
            return;
        }
        if (known != null) {
            drop(known, nowNs);
        }
        var relay = new Relay(picture, downlink, ssrcs);
        relays.put(picture.id(), relay);
        pictures.add(relay, nowNs);
    }

    private void drop(Relay relay, long nowNs) {
        relays.remove(relay.picture().id());
        pictures.remove(relay, nowNs);
    }

    /** What the other end wants of ours from now on. */
    void wanted(List<LinkState.Want> wants, long nowNs) {
        for (var want : wants) {
            for (Relay relay : relays.values()) {
                if (relay.ssrc() == want.ssrc()) {
                    if (relay.height() != want.height()) {
                        pictures.wantedElsewhere();
                    }
                    relay.want(want.height(), want.layers(), nowNs);
                }
            }
        }
    }

    /** What we want of its own. */
    List<LinkState.Want> wants() {
        return guests.values().stream().map(Guest::want).toList();
    }

    /** The other end needs a key frame. */
    void pictureLoss(int ssrc, long nowNs) {
        for (Relay relay : relays.values()) {
            int layer = relay.layer(ssrc);
            if (layer >= 0 && relay.wants(layer)) {
                relay.picture().wishKeyFrame(layer, nowNs);
            }
        }
    }

    /** The other end's pictures are to be had here; one that came from elsewhere first stays with that. */
    void host(List<LinkState.Source> sources, long nowNs) {
        var gone = new HashMap<>(guests);
        for (var source : sources) {
            Guest known = gone.remove(source.id());
            if (known != null && known.same(source)) {
                known.now(source, nowNs);
            } else if (pictures.free(source.id(), link)) {
                leave(known);
                guests.put(source.id(), new Guest(source, link, pictures, feedback, nowNs));
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

    /** Takes a packet of one of its own. */
    void take(RtpPacket packet, long nowNs) {
        Guest guest = guestsBySsrc.get(packet.ssrc());
        if (guest != null) {
            guest.picture().take(packet, guest.layer(packet.ssrc()), false, nowNs);
        }
    }

    List<Picture> guests() {
        return guests.values().stream().map(Guest::picture).toList();
    }

    /** Ours. */
    List<Relay> relays() {
        return List.copyOf(relays.values());
    }

    /** Of the other end's pictures. */
    Stream<IncomingStream> incoming() {
        return guests.values().stream()
                .flatMap(guest -> IntStream.range(0, VideoSource.MAX_LAYERS)
                        .mapToObj(layer -> Optional.ofNullable(guest.picture().stream(layer))))
                .flatMap(Optional::stream);
    }

    /** Packets that have crossed, of ours. */
    List<LinkStats.Carried> carried() {
        return relays.values().stream()
                .map(relay -> new LinkStats.Carried(relay.picture().id(), relay.packets()))
                .toList();
    }

    /** The other end cannot be reached: what is here goes on by itself. */
    void forget(long nowNs) {
        List.copyOf(guests.values()).forEach(this::leave);
        guestsBySsrc.clear();
        relays.values().forEach(relay -> relay.want(0, 0, nowNs));
    }

    void close(long nowNs) {
        forget(nowNs);
        List.copyOf(relays.values()).forEach(relay -> drop(relay, nowNs));
    }
}

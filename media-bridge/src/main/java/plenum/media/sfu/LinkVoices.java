package plenum.media.sfu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.forward.IncomingStream;
import plenum.media.link.LinkState;
import plenum.media.link.LinkStats;
import plenum.media.rtp.RtpPacket;

/**
 * The voices that cross a link. All are named to the other end, but only those among the loudest here cross: there they
 * are ranked again, so no link of a tree carries more than a room does. Media thread only.
 */
final class LinkVoices {
    private final LinkEnd link;
    private final Voices voices;
    private final Downlink downlink;
    private final IntSupplier ssrcs;
    /** Ours on their way. */
    private final Map<SourceId, Voice> relays = new LinkedHashMap<>();
    /** Those of the other end, here, by SSRC. */
    private final Map<Integer, Microphone> guests = new HashMap<>();

    /** @param ssrcs gives new ones */
    LinkVoices(LinkEnd link, Voices voices, Downlink downlink, IntSupplier ssrcs) {
        this.link = link;
        this.voices = voices;
        this.downlink = downlink;
        this.ssrcs = ssrcs;
    }

    /** @return what the other end is told of */
    List<LinkState.Source> look() {
        var gone = new HashMap<>(relays);
        var offered = new ArrayList<LinkState.Source>();
        for (Microphone microphone : voices.all()) {
            if (microphone.activity().active() && microphone.origin() != link) {
                gone.remove(name(microphone));
                offered.add(described(microphone));
            }
        }
        gone.forEach(this::drop);
        return offered;
    }

    private static SourceId name(Microphone microphone) {
        return new SourceId(microphone.owner(), SourceKind.MICROPHONE);
    }

    private LinkState.Source described(Microphone microphone) {
        Voice relay = relays.get(name(microphone));
        if (relay == null || !relay.carries(microphone)) {
            drop(name(microphone), relay);
            relay = new Voice("", ssrcs.getAsInt(), downlink);
            relay.carry(Optional.of(microphone));
            relays.put(name(microphone), relay);
            voices.add(relay);
        }
        return new LinkState.Source(name(microphone), List.of(new LinkState.Layer(relay.ssrc(), 0, 0)));
    }

    private void drop(SourceId name, @Nullable Voice relay) {
        if (relay != null) {
            relays.remove(name, relay);
            voices.remove(relay);
        }
    }

    /** The other end's voices are heard here. */
    void host(List<LinkState.Source> sources, long nowNs) {
        var gone = new HashMap<>(guests);
        for (var source : sources) {
            Microphone known = gone.remove(source.ssrc());
            if (known == null && voices.free(source.id().endpoint(), link)) {
                known = voices.open(source.id(), link);
                guests.put(source.ssrc(), known);
            }
            if (known != null) {
                var unused = known.activity().seen(nowNs);
            }
        }
        gone.forEach(this::leave);
    }

    private void leave(int ssrc, Microphone microphone) {
        guests.remove(ssrc);
        microphone.silence();
        voices.remove(microphone);
    }

    /** @return false: it is of no voice */
    boolean take(RtpPacket packet, long nowNs) {
        Microphone guest = guests.get(packet.ssrc());
        if (guest != null) {
            guest.take(packet, nowNs);
        }
        return guest != null;
    }

    List<Microphone> guests() {
        return List.copyOf(guests.values());
    }

    /** Ours. */
    List<Voice> relays() {
        return List.copyOf(relays.values());
    }

    /** Of the other end's voices. */
    Stream<IncomingStream> incoming() {
        return guests.values().stream().flatMap(guest -> Stream.ofNullable(guest.stream()));
    }

    /** How many of ours are sent now. */
    int crossing() {
        return (int) relays.values().stream().filter(voice -> !voice.silent()).count();
    }

    /** Packets that have crossed, of ours. */
    List<LinkStats.Carried> carried() {
        var carried = new ArrayList<LinkStats.Carried>();
        relays.forEach((name, relay) -> carried.add(new LinkStats.Carried(name, List.of(relay.packets()))));
        return carried;
    }

    /** The other end cannot be reached. */
    void forget() {
        Map.copyOf(guests).forEach(this::leave);
    }

    void close() {
        forget();
        Map.copyOf(relays).forEach(this::drop);
    }
}

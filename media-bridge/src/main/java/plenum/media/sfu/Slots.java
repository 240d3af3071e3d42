package plenum.media.sfu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Mapping;
import plenum.media.api.ReceiverConstraints;
import plenum.media.sdp.AnsweredMedia;
import plenum.media.sdp.Slot;

/** What an endpoint gets: its slots, and what is in them. */
final class Slots {
    private final List<Slot> slots;
    private final List<Voice> voices;
    private final List<View> views;
    private final Listener listener;
    private final Viewer viewer;
    private final Voices allVoices;
    private final Pictures pictures;

    /** @param ssrcs gives new ones */
    Slots(
            EndpointId owner,
            EndpointSpec spec,
            Voices allVoices,
            Pictures pictures,
            Downlink downlink,
            IntSupplier ssrcs) {
        this.allVoices = allVoices;
        this.pictures = pictures;
        slots = slots(spec, ssrcs);
        voices = slots.stream()
                .filter(slot -> !slot.video())
                .map(slot -> new Voice(slot.mid(), slot.ssrc(), downlink))
                .toList();
        views = slots.stream()
                .filter(Slot::video)
                .map(slot -> new View(slot.mid(), slot.ssrc(), slot.rtxSsrc(), downlink))
                .toList();
        listener = new Listener(owner, spec.echo(), voices);
        viewer = new Viewer(owner, spec.echo(), voices, views, downlink);
        allVoices.add(listener);
        pictures.add(viewer);
    }

    private static List<Slot> slots(EndpointSpec spec, IntSupplier ssrcs) {
        return Stream.concat(
                        IntStream.range(0, spec.audioSlots())
                                .mapToObj(i -> new Slot("a" + i, false, ssrcs.getAsInt(), ssrcs.getAsInt())),
                        IntStream.range(0, spec.videoSlots())
                                .mapToObj(i -> new Slot("v" + i, true, ssrcs.getAsInt(), ssrcs.getAsInt())))
                .toList();
    }

    /** As they are offered. */
    List<Slot> offered() {
        return slots;
    }

    List<Voice> voices() {
        return voices;
    }

    List<View> views() {
        return views;
    }

    /** From the answer: what the browser can decode in one of the slots. */
    void told(AnsweredMedia media) {
        views.stream()
                .filter(view -> view.mid().equals(media.mid()))
                .forEach(view -> view.accept(media.payloadTypes()));
    }

    /** @return null: no picture is sent under this SSRC */
    @Nullable
    View view(int ssrc) {
        for (View view : views) {
            if (view.ssrc() == ssrc) {
                return view;
            }
        }
        return null;
    }

    /** @return null: no voice is sent under this SSRC */
    private @Nullable Voice voice(int ssrc) {
        for (Voice voice : voices) {
            if (voice.ssrc() == ssrc) {
                return voice;
            }
        }
        return null;
    }

    /** How many packets were sent under an SSRC since this was asked. */
    int takePackets(int ssrc) {
        View view = view(ssrc);
        Voice voice = voice(ssrc);
        return (view == null ? 0 : view.takePackets()) + (voice == null ? 0 : voice.takePackets());
    }

    /** A packet has not come. */
    void repair(int ssrc, int sequence, long roundTripNs, long nowNs) {
        View view = view(ssrc);
        if (view != null) {
            view.repair(sequence, roundTripNs, nowNs);
        }
        Voice voice = voice(ssrc);
        if (voice != null) {
            voice.repair(sequence, roundTripNs, nowNs);
        }
    }

    void constrain(ReceiverConstraints constraints) {
        viewer.constrain(constraints);
        pictures.wants(viewer);
    }

    /** Whether any slot carries something else since this was asked. */
    boolean takeChanged() {
        return listener.takeChanged() | viewer.takeChanged();
    }

    /** What each slot carries now. */
    List<Mapping> mappings() {
        var mappings = new ArrayList<Mapping>();
        voices.forEach(voice -> mappings.add(voice.mapping()));
        views.forEach(view -> mappings.add(view.mapping()));
        return mappings;
    }

    void close(long nowNs) {
        allVoices.remove(listener);
        pictures.remove(viewer, nowNs);
    }
}

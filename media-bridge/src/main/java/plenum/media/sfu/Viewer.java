package plenum.media.sfu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.media.api.EndpointId;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.bwe.Allocation;
import plenum.media.bwe.Wish;

/** What an endpoint sees: which picture is in which of its slots, and in which layer. */
final class Viewer {
    /** What a voice takes of the line, with headers. */
    private static final long VOICE_BPS = 50_000;

    private final EndpointId owner;
    private final boolean echo;
    private final List<View> views;
    private final List<Voice> voices;
    private final Downlink downlink;
    private final StickySlots<Picture> slots;
    private final Allocation allocation = new Allocation();
    private final Map<Picture, Wish> wishes = new HashMap<>();
    private List<Picture> chosen = List.of();
    private List<Wish> inOrder = List.of();
    private ReceiverConstraints constraints = ReceiverConstraints.NOTHING;
    private boolean changed = true;

    /** @param echo it sees itself */
    Viewer(EndpointId owner, boolean echo, List<Voice> voices, List<View> views, Downlink downlink) {
        this.owner = owner;
        this.echo = echo;
        this.views = views;
        this.downlink = downlink;
        this.voices = voices;
        slots = new StickySlots<>(views.size());
    }

    void constrain(ReceiverConstraints wanted) {
        constraints = wanted;
        downlink.bandwidth().limit(wanted.downlinkBps());
    }

    /**
     * Chooses anew whom to see.
     *
     * @param active all pictures of the conference by their names, the most important ones first
     */
    void choose(Map<SourceId, Picture> active, long nowNs) {
        chosen = Stream.concat(
                        constraints.selected().stream().map(active::get).flatMap(Stream::ofNullable),
                        active.values().stream())
                .filter(this::wants)
                .distinct()
                .limit(most())
                .toList();
        if (slots.choose(chosen)) {
            carry(nowNs);
        }
        wish();
        allocate(nowNs);
    }

    private boolean wants(Picture picture) {
        return (echo || !picture.id().endpoint().equals(owner)) && constraints.height(picture.id()) > 0;
    }

    private int most() {
        return constraints.lastN() < 0 ? views.size() : Math.min(constraints.lastN(), views.size());
    }

    private void carry(long nowNs) {
        changed = true;
        for (int i = 0; i < views.size(); i++) {
            views.get(i).carry(slots.carried().get(i).orElse(null), nowNs);
        }
    }

    private void wish() {
        wishes.keySet().retainAll(chosen);
        inOrder = new ArrayList<>();
        for (Picture picture : chosen) {
            var wish = wishes.computeIfAbsent(picture, added -> new Wish(added.screen()));
            wish.want(constraints.height(picture.id()), onStage(picture));
            inOrder.add(wish);
        }
    }

    private boolean onStage(Picture picture) {
        return !constraints.selected().isEmpty()
                && constraints.selected().getFirst().equals(picture.id());
    }

    /** Shares what the line carries now among the chosen ones. */
    void allocate(long nowNs) {
        chosen.forEach(picture -> picture.describe(wish(picture), nowNs));
        long voicesBps = voicesBps();
        long shareBps = Math.max(0, downlink.bandwidth().estimateBps() - voicesBps);
        boolean other = allocation.allocate(inOrder, chosen.size(), shareBps, nowNs);
        downlink.bandwidth().want(allocation.wantedBps() + voicesBps);
        for (int i = 0; i < views.size(); i++) {
            grant(views.get(i), slots.carried().get(i), nowNs);
        }
        if (other) {
            wishKeyFrames(nowNs);
        }
    }

    /** One voice is always reckoned with. */
    private long voicesBps() {
        int carried = 0;
        for (Voice voice : voices) {
            carried += voice.silent() ? 0 : 1;
        }
        return VOICE_BPS * Math.max(1, carried);
    }

    private Wish wish(Picture picture) {
        return wishes.computeIfAbsent(picture, added -> new Wish(added.screen()));
    }

    private void grant(View view, Optional<Picture> carried, long nowNs) {
        if (carried.isPresent()) {
            changed |= view.grant(wish(carried.get()), nowNs);
        }
    }

    /** Asks for the key frames that are still needed. */
    void wishKeyFrames(long nowNs) {
        if (downlink.open()) {
            views.forEach(view -> view.wishKeyFrame(nowNs));
        }
    }

    /** Sends what is needed to learn whether the line carries more. */
    void probe(long nowNs) {
        int due = downlink.open() ? downlink.bandwidth().probeBytes(nowNs) : 0;
        for (int i = 0; i < views.size() && due > 0; i++) {
            due = pad(views.get(i), due, nowNs);
        }
    }

    private static int pad(View view, int due, long nowNs) {
        int left = due;
        int sent = view.pad(left, nowNs);
        while (sent > 0 && left > sent) {
            left -= sent;
            sent = view.pad(left, nowNs);
        }
        return left - sent;
    }

    /** The height at which it wants a picture that it has chosen. */
    int height(Picture picture) {
        return constraints.height(picture.id());
    }

    List<Picture> chosen() {
        return chosen;
    }

    List<View> views() {
        return views;
    }

    /** Whether any slot changed since this was asked. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }
}

package plenum.media.sfu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;

/** Who sees whom in a conference. */
final class Pictures {
    /** How many receivers choose anew in one tick, so that a large conference does not hold up its media. */
    private static final int AT_ONCE = 16;

    /** In so many ticks each receiver has its turn once. */
    private static final int ROUND = 10;

    private final ConferenceId conference;
    private final Announcer announcer;
    private final HeldFrames held;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Viewer> viewers = new ArrayList<>();
    private final List<Relay> relays = new ArrayList<>();
    private final SequencedSet<Viewer> toChoose = new LinkedHashSet<>();
    /** Who spoke last is first. */
    private final List<EndpointId> spoke = new ArrayList<>();

    private Map<SourceId, Picture> active = Map.of();
    private boolean changed;
    private boolean wantedElsewhere;
    private int changes;
    private int tick;

    Pictures(ConferenceId conference, Announcer announcer, HeldFrames held) {
        this.conference = conference;
        this.announcer = announcer;
        this.held = held;
    }

    /** A picture of the conference, dark as yet. */
    Picture open(SourceId source, Feedback feedback) {
        return add(new Picture(source, new Activity(conference, source, announcer), this, feedback, held, null));
    }

    /** The same for a picture that another bridge has. */
    Picture open(SourceId source, Feedback feedback, Announced announced) {
        return add(new Picture(source, new Activity(conference, source, announcer), this, feedback, held, announced));
    }

    private Picture add(Picture picture) {
        pictures.add(picture);
        return picture;
    }

    /** Whether no picture of that name is here, except over this link. */
    boolean free(SourceId source, LinkEnd link) {
        return pictures.stream().noneMatch(picture -> picture.id().equals(source) && picture.origin() != link);
    }

    /** All of them, dark ones too. */
    List<Picture> all() {
        return pictures;
    }

    /** From now on it goes over a link, too, as far as it is wanted there. */
    void add(Relay relay, long nowNs) {
        relays.add(relay);
        show(nowNs);
    }

    void remove(Relay relay, long nowNs) {
        relay.want(0, 0, nowNs);
        relays.remove(relay);
        show(nowNs);
    }

    void remove(Picture picture) {
        pictures.remove(picture);
        spoke.remove(picture.id().endpoint());
        changed();
    }

    void add(Viewer viewer) {
        viewers.add(viewer);
        toChoose.add(viewer);
    }

    void remove(Viewer viewer, long nowNs) {
        viewers.remove(viewer);
        toChoose.remove(viewer);
        viewer.views().forEach(view -> view.carry(null, nowNs));
        show(nowNs);
    }

    /** Which pictures there are has changed, or in which layers. */
    void changed() {
        changed = true;
        changes++;
    }

    /** Counts how often that changed. */
    int changes() {
        return changes;
    }

    /** What other bridges want has changed. */
    void wantedElsewhere() {
        wantedElsewhere = true;
    }

    /** What the receiver wants has changed. */
    void wants(Viewer viewer) {
        toChoose.add(viewer);
    }

    /** Who mainly speaks now comes before all others of whom no receiver says more. */
    void speaks(EndpointId speaker) {
        spoke.remove(speaker);
        spoke.addFirst(speaker);
        changed();
    }

    void tellDemand(Picture picture) {
        announcer.tell(new BridgeEvent.SenderConstraints(conference, picture.id(), picture.demanded()));
    }

    /** Every 5 to 20 ms. */
    void tick(long nowNs) {
        if (changed) {
            changed = false;
            order();
            toChoose.addAll(viewers);
        }
        choose(nowNs);
        for (int i = 0; i < viewers.size(); i++) {
            viewers.get(i).probe(nowNs);
            if (i % ROUND == tick) {
                review(viewers.get(i), nowNs);
            }
        }
        if (tick == 0) {
            pictures.forEach(picture -> picture.tick(nowNs));
        }
        if (tick == 0 || wantedElsewhere) {
            wantedElsewhere = false;
            demand(nowNs);
        }
        for (int i = 0; i < relays.size(); i++) {
            relays.get(i).wishKeyFrames(nowNs);
        }
        tick = (tick + 1) % ROUND;
    }

    /** What is regular: bandwidths change, and key frames are still missing. */
    private static void review(Viewer viewer, long nowNs) {
        viewer.allocate(nowNs);
        viewer.wishKeyFrames(nowNs);
    }

    private void order() {
        var ordered = new LinkedHashMap<SourceId, Picture>();
        pictures.stream()
                .filter(Picture::active)
                .sorted(Comparator.comparing((Picture picture) -> !picture.screen())
                        .thenComparing(this::silence))
                .forEach(picture -> ordered.put(picture.id(), picture));
        active = ordered;
    }

    private int silence(Picture picture) {
        int place = spoke.indexOf(picture.id().endpoint());
        return place < 0 ? spoke.size() : place;
    }

    private void choose(long nowNs) {
        if (toChoose.isEmpty()) {
            return;
        }
        for (int i = 0; i < AT_ONCE && !toChoose.isEmpty(); i++) {
            toChoose.removeFirst().choose(active, nowNs);
        }
        show(nowNs);
    }

    /** Tells each picture who is shown it. */
    private void show(long nowNs) {
        var byPicture = new LinkedHashMap<Picture, List<Sink>>();
        viewers.stream()
                .flatMap(viewer -> viewer.views().stream())
                .forEach(view -> view.picture()
                        .ifPresent(picture -> byPicture
                                .computeIfAbsent(picture, shown -> new ArrayList<>())
                                .add(view)));
        relays.forEach(relay -> byPicture
                .computeIfAbsent(relay.picture(), shown -> new ArrayList<>())
                .add(relay));
        pictures.forEach(picture -> picture.sinks(byPicture.getOrDefault(picture, List.of())));
        demand(nowNs);
    }

    private void demand(long nowNs) {
        var heights = new LinkedHashMap<Picture, Integer>();
        viewers.forEach(viewer ->
                viewer.chosen().forEach(picture -> heights.merge(picture, viewer.height(picture), Math::max)));
        relays.forEach(relay -> heights.merge(relay.picture(), relay.height(), Math::max));
        pictures.forEach(picture -> picture.wanted(heights.getOrDefault(picture, 0), nowNs));
    }
}

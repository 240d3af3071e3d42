package plenum.server.conference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.media.api.BridgeEvent;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.server.hall.Hall;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.live.CloseCode;

/**
 * Those who watch a room without being in it: each an endpoint that receives only and gets what is on the stage. Nobody
 * in the room is told of them, and nothing of them is journalled. Director's thread only.
 */
final class Gallery implements Seating, Endpoints.Keeper {
    private static final int VOICES = 3;
    private static final int PICTURES = 16; // of a wall
    private static final int OF_ONE_PERSON = 4;
    private static final int SMALL = 180;

    /** The taller the picture, the fewer there are. */
    private static final int CAMERA = 720;

    private static final int SCREEN = 1_080;

    private record Watcher(Seat seat, Actor actor) {}

    private final Conference conference;
    private final Conference.Parts parts;
    private final Endpoints offers;
    private final Map<EndpointId, Watcher> watchers = new LinkedHashMap<>(); // in the order of coming
    private Hall hall;

    Gallery(Conference conference, Conference.Parts parts, Hall hall) {
        this.conference = conference;
        this.parts = parts;
        this.offers = new Endpoints(conference.id(), parts, this);
        this.hall = hall;
    }

    /** Who may watch no longer has to go; the others see the stage of now. */
    void follow(Hall next) {
        hall = next;
        List.copyOf(watchers.values()).stream()
                .filter(one -> !Watching.may(next, one.actor))
                .forEach(one -> dismiss(one.seat, CloseCode.OUTSIDE));
        look();
    }

    /**
     * Takes a browser in. Of one person four may watch, the oldest has to go.
     *
     * @param region of its bridge
     * @return empty: there are as many as may be
     */
    Optional<Seat> sit(Actor actor, String region, Client client, int videoSlots) {
        var own = watchers.values().stream()
                .filter(one -> one.actor.person().equals(actor.person()))
                .toList();
        if (own.size() >= OF_ONE_PERSON) dismiss(own.getFirst().seat, CloseCode.ANOTHER_DEVICE);
        if (watchers.size() >= parts.limits().watchers()) return Optional.empty();
        var seat = new Seat(actor.person(), new EndpointId(OpaqueId.fresh()), Permission.NONE);
        seat.client = client;
        seat.videoSlots = Math.min(videoSlots, PICTURES);
        seat.region = region;
        watchers.put(seat.endpoint, new Watcher(seat, actor));
        conference.welcome(seat, false);
        offers.offer(seat);
        return Optional.of(seat);
    }

    /** The person's sign-ins have ended. */
    void dismiss(PersonId person, CloseCode why) {
        List.copyOf(watchers.values()).stream()
                .filter(one -> one.actor.person().equals(person))
                .forEach(one -> dismiss(one.seat, why));
    }

    void close(CloseCode why) {
        watchers.values().forEach(one -> one.seat.end(why));
        watchers.clear();
    }

    void all(ServerSays message) {
        watchers.values().forEach(one -> one.seat.tell(message));
    }

    // what its browsers say ----------------------------------------------------------------------------------------

    @Override
    public void answer(Seat seat, ClientSays.Answer answer) {
        offers.answer(seat, answer);
    }

    @Override
    public void renew(Seat seat) {
        offers.renew(seat);
    }

    /** Of a wish counts how tall its pictures are: no picture is sent taller than the tallest. */
    @Override
    public void want(Seat seat, Wish wish) {
        offers.want(seat, wish);
    }

    /** Who watches has nothing to switch. */
    @Override
    public void switched(Seat seat, Switches switches) {}

    @Override
    public void everyone(Seat seat) {
        conference.everyone(seat);
    }

    /** Who comes back comes anew. */
    @Override
    public void leave(Seat seat, Client client, boolean keep) {
        if (keeps(seat)) forget(seat);
    }

    // its seats at the bridge --------------------------------------------------------------------------------------

    @Override
    public boolean keeps(Seat seat) {
        return watchers.containsKey(seat.endpoint);
    }

    @Override
    public EndpointSpec spec(Seat seat) {
        return new EndpointSpec(VOICES, seat.videoSlots, Permission.NONE, false, seat.region);
    }

    @Override
    public void begun(Seat seat) {}

    @Override
    public void reopen() {
        conference.reopen();
    }

    @Override
    public void dismiss(Seat seat, CloseCode why) {
        seat.end(why);
        forget(seat);
    }

    private void forget(Seat seat) {
        watchers.remove(seat.endpoint);
        parts.bridge().insist(bridge -> bridge.closeEndpoint(conference.id(), seat.endpoint), () -> true);
    }

    // what the bridge tells ------------------------------------------------------------------------------------------

    /** The bridge begins anew, and has offers for those in the room first. */
    void onReady() {
        for (var one : List.copyOf(watchers.values())) {
            one.seat.tell(ServerSays.media(true));
            one.seat.failures = 0;
            offers.offer(one.seat);
        }
    }

    void on(BridgeEvent event) {
        switch (event) {
            case BridgeEvent.Connected it -> seat(it.endpoint()).ifPresent(seat -> seat.failures = 0);
            case BridgeEvent.Expired it -> seat(it.endpoint()).ifPresent(offers::offer);
            case BridgeEvent.SourcesMapped it ->
                seat(it.endpoint()).ifPresent(seat -> seat.tell(ServerSays.slots(conference.named(it))));
            case BridgeEvent.Quality it -> seat(it.endpoint()).ifPresent(seat -> seat.tell(ServerSays.line(it.line())));
            default -> {}
        }
    }

    private Optional<Seat> seat(EndpointId endpoint) {
        var known = watchers.get(endpoint);
        return Optional.ofNullable(known).map(Watcher::seat).filter(seat -> !seat.making);
    }

    // what they see ------------------------------------------------------------------------------------------------

    /** Somebody came, speaks, shares, or it is another's turn. */
    void look() {
        if (watchers.isEmpty()) return;
        var people = onStage();
        watchers.values().forEach(one -> offers.constrain(one.seat, constraints(one.seat, people)));
    }

    @Override
    public void pass(Seat seat) {
        offers.constrain(seat, constraints(seat, onStage()));
    }

    private List<PersonId> onStage() {
        return OnStage.of(hall, conference.speaker(), parts.clock().instant());
    }

    private ReceiverConstraints constraints(Seat seat, List<PersonId> people) {
        var most = tallest(seat.wish);
        if (most == 0) return ReceiverConstraints.NOTHING;
        var stage = people.stream()
                .limit(seat.videoSlots)
                .flatMap(person -> picture(person).stream())
                .toList();
        var heights = new HashMap<SourceId, Integer>();
        for (var source : stage) heights.put(source, Math.min(most, height(source.kind(), stage.size())));
        return new ReceiverConstraints(stage, heights, 0, stage.size(), 0);
    }

    /** A shared screen comes before its owner's camera. */
    private Optional<SourceId> picture(PersonId person) {
        var kind = conference.shares(person) ? SourceKind.SCREEN : SourceKind.CAMERA;
        return conference.endpoint(person).map(endpoint -> new SourceId(endpoint, kind));
    }

    private static int tallest(@Nullable Wish wish) {
        if (wish == null) return SCREEN;
        return wish.heights().values().stream().reduce(wish.defaultHeight(), Math::max);
    }

    private static int height(SourceKind kind, int pictures) {
        if (kind == SourceKind.SCREEN) return pictures <= 2 ? SCREEN : SCREEN / 2;
        return pictures <= 2 ? CAMERA : pictures <= 4 ? CAMERA / 2 : SMALL;
    }
}

package plenum.server.conference;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.SourceId;
import plenum.server.hall.Hall;
import plenum.server.kernel.PersonId;
import plenum.server.live.CloseCode;

/**
 * A conference at the bridge and the people at it: the media of one opening of a room, or one person's self-test. Ids
 * that the bridge sees say nothing about people. Director's thread only.
 */
final class Conference implements Seating, Endpoints.Keeper {
    private static final int VOICES = 4;

    /** What everyone at it is part of. */
    record Parts(
            BridgeCalls bridge,
            DirectorThread thread,
            ConferenceLimits limits,
            Optional<Turn> turn,
            InstantSource clock) {
        Turn.@Nullable Server turn(EndpointId endpoint) {
            return turn.map(servers -> servers.server(endpoint.value(), clock.instant()))
                    .orElse(null);
        }
    }

    private final ConferenceId id = new ConferenceId(OpaqueId.fresh());
    private final Parts parts;
    private final boolean echo;
    private final Endpoints offers;
    private @Nullable Taping taping;
    private @Nullable Gallery gallery;
    private final Map<PersonId, Seat> seats = new LinkedHashMap<>();
    private final Map<PersonId, EndpointId> endpoints = new HashMap<>(); // of all who ever came
    private final Map<EndpointId, PersonId> people = new HashMap<>();
    private final Set<PersonId> changed = new LinkedHashSet<>();
    private boolean listDue;
    private @Nullable PersonId speaker;
    private final Map<PersonId, LineLog> lines = new HashMap<>();
    private boolean closed;

    /** @param echo everyone gets the own media back */
    Conference(Parts parts, boolean echo) {
        this.parts = parts;
        this.echo = echo;
        this.offers = new Endpoints(id, parts, this);
        reopen();
    }

    ConferenceId id() {
        return id;
    }

    /** It is put on tape as the hall says. */
    Taping tape(Tapes tapes) {
        var made = new Taping(this, parts, tapes);
        taping = made;
        return made;
    }

    /** It is watched as the hall says. */
    Gallery gallery(Hall hall) {
        var made = new Gallery(this, parts, hall);
        gallery = made;
        return made;
    }

    /** How the bridge knows a person who is or was here. */
    Optional<EndpointId> endpoint(PersonId person) {
        return Optional.ofNullable(endpoints.get(person));
    }

    /** Who mainly speaks. */
    Optional<PersonId> speaker() {
        return Optional.ofNullable(speaker);
    }

    /** Whether the person shares a screen. */
    boolean shares(PersonId person) {
        var seat = seats.get(person);
        return seat != null && seat.switches.screen();
    }

    @Override
    public void reopen() {
        parts.bridge().insist(bridge -> bridge.openConference(id), () -> !closed);
    }

    // people come and go -----------------------------------------------------------------------------------------

    /** Takes a browser in; a person's older browser has to go. @param region of its bridge, from the next offer on */
    Seat sit(PersonId person, String region, Client client, int videoSlots, Permission permission) {
        var known = endpoints.get(person);
        var endpoint = known == null ? introduce(person) : known;
        var seat = seats.computeIfAbsent(person, fresh -> new Seat(fresh, endpoint, permission));
        var kept = seat.client == null && seat.connected && parts.bridge().ready();
        seat.end(CloseCode.ANOTHER_DEVICE);
        seat.client = client;
        seat.videoSlots = videoSlots; // from the next offer on
        seat.region = region;
        welcome(seat, kept);
        if (!kept) {
            seat.switches = Switches.OFF;
            seat.failures = 0;
            offers.offer(seat);
        }
        changed(person);
        return seat;
    }

    /** Wishes that name the person can be passed on from now on. */
    private EndpointId introduce(PersonId person) {
        var endpoint = new EndpointId(OpaqueId.fresh());
        endpoints.put(person, endpoint);
        people.put(endpoint, person);
        seats.values().forEach(this::pass);
        look();
        return endpoint;
    }

    /** What is on the stage may be another one now. */
    private void look() {
        if (taping != null) taping.look();
        if (gallery != null) gallery.look();
    }

    /** @param kept what it had at the bridge is there still */
    void welcome(Seat seat, boolean kept) {
        seat.tell(ServerSays.welcome(parts.clock().millis(), kept));
        seat.tell(ServerSays.permission(seat.permission));
        everyone(seat);
        if (kept) {
            seat.tell(ServerSays.slots(seat.slots));
            seat.senders.forEach((kind, height) -> seat.tell(ServerSays.sender(kind, height)));
        }
        seat.tell(ServerSays.speaker(speaker));
        if (!parts.bridge().ready()) seat.tell(ServerSays.media(false));
    }

    @Override
    public void everyone(Seat seat) {
        seat.tell(
                ServerSays.people(true, seats.values().stream().map(Seat::shown).toList(), List.of()));
    }

    @Override
    public void leave(Seat seat, Client client, boolean keep) {
        if (seat.client != client) return;
        seat.client = null;
        seat.brokenMs = parts.clock().millis();
        if (!keep || !seat.connected) forget(seat);
    }

    /** The person must not be here any longer, and gets no packet more. */
    void dismiss(PersonId person, CloseCode why) {
        var seat = seats.get(person);
        if (seat == null) return;
        seat.end(why);
        forget(seat);
    }

    private void forget(Seat seat) {
        seats.remove(seat.person);
        parts.bridge()
                .insist(
                        bridge -> bridge.closeEndpoint(id, seat.endpoint),
                        () -> !closed && !seats.containsKey(seat.person));
        changed(seat.person);
    }

    /** Ends what was kept for too long. */
    void look(long nowMs) {
        if (gallery != null) gallery.look();
        List.copyOf(seats.values()).stream()
                .filter(seat -> seat.client == null
                        && nowMs - seat.brokenMs >= parts.limits().kept().toMillis())
                .forEach(this::forget);
    }

    /** What was measured since the last time, by person. */
    Map<PersonId, LineLog> measured() {
        var all = Map.copyOf(lines);
        lines.clear();
        return all;
    }

    Set<PersonId> seated() {
        return Set.copyOf(seats.keySet());
    }

    /** Whether the person has a browser here now. */
    boolean present(PersonId person) {
        var seat = seats.get(person);
        return seat != null && seat.client != null;
    }

    boolean empty() {
        return seats.isEmpty();
    }

    void close(CloseCode why) {
        if (taping != null) taping.finish();
        if (gallery != null) gallery.close(why);
        closed = true;
        seats.values().forEach(seat -> seat.end(why));
        seats.clear();
        parts.bridge().insist(bridge -> bridge.closeConference(id), () -> true);
    }

    // offers -----------------------------------------------------------------------------------------------------

    @Override
    public void answer(Seat seat, ClientSays.Answer answer) {
        offers.answer(seat, answer);
    }

    @Override
    public void renew(Seat seat) {
        offers.renew(seat);
    }

    @Override
    public boolean keeps(Seat seat) {
        return seats.get(seat.person) == seat;
    }

    @Override
    public EndpointSpec spec(Seat seat) {
        return new EndpointSpec(VOICES, seat.videoSlots, seat.permission, echo, seat.region);
    }

    @Override
    public void begun(Seat seat) {
        connected(seat, false);
    }

    @Override
    public void dismiss(Seat seat, CloseCode why) {
        dismiss(seat.person, why);
    }

    // what people want and may -----------------------------------------------------------------------------------

    @Override
    public void want(Seat seat, Wish wish) {
        offers.want(seat, wish);
    }

    @Override
    public void pass(Seat seat) {
        if (seat.wish == null) return;
        offers.constrain(seat, seat.wish.constraints(person -> Optional.ofNullable(endpoints.get(person))));
    }

    @Override
    public void switched(Seat seat, Switches switches) {
        seat.switches = switches;
        changed(seat.person);
    }

    /** From now on the bridge lets through what is permitted. */
    void permit(PersonId person, Permission permission) {
        var seat = seats.get(person);
        if (seat == null || seat.permission.equals(permission)) return;
        seat.permission = permission;
        parts.bridge()
                .insist(
                        bridge -> bridge.permit(id, seat.endpoint, permission),
                        () -> keeps(seat) && permission.equals(seat.permission));
        seat.tell(ServerSays.permission(permission));
    }

    // what the bridge tells --------------------------------------------------------------------------------------

    /** The bridge begins anew. */
    void onReady() {
        reopen();
        if (taping != null) taping.onReady();
        for (var seat : List.copyOf(seats.values())) {
            if (seat.client == null) {
                forget(seat);
            } else {
                seat.tell(ServerSays.media(true));
                seat.failures = 0;
                offers.offer(seat);
            }
        }
        if (gallery != null) gallery.onReady();
    }

    void onLost() {
        if (taping != null) taping.onLost();
        for (var seat : seats.values()) {
            connected(seat, false);
            seat.tell(ServerSays.media(false));
        }
        if (gallery != null) gallery.all(ServerSays.media(false));
        speaks(null);
    }

    void on(BridgeEvent event) {
        if (taping != null) taping.on(event);
        if (gallery != null) gallery.on(event);
        switch (event) {
            case BridgeEvent.Connected connected -> seat(connected.endpoint()).ifPresent(this::onConnected);
            case BridgeEvent.Disconnected gone -> seat(gone.endpoint()).ifPresent(seat -> connected(seat, false));
            case BridgeEvent.Expired expired -> seat(expired.endpoint()).ifPresent(this::onExpired);
            case BridgeEvent.SourcesMapped mapped -> seat(mapped.endpoint()).ifPresent(seat -> onMapped(seat, mapped));
            case BridgeEvent.DominantSpeaker dominant ->
                speaks(dominant.endpoint().map(people::get).orElse(null));
            case BridgeEvent.AudioLevels levels -> all(ServerSays.levels(levels(levels)));
            case BridgeEvent.SenderConstraints limit ->
                seat(limit.source().endpoint()).ifPresent(seat -> onLimit(seat, limit));
            case BridgeEvent.Quality quality -> seat(quality.endpoint()).ifPresent(seat -> onQuality(seat, quality));
            case BridgeEvent.SourceActive ignored -> {} // icons show what people have switched on
            case BridgeEvent.Ready ignored -> onReady();
            case BridgeEvent.Resumed ignored -> onReady();
            case BridgeEvent.Lost ignored -> onLost();
        }
    }

    private Optional<Seat> seat(EndpointId endpoint) {
        var person = people.get(endpoint);
        return Optional.ofNullable(person == null ? null : seats.get(person)).filter(seat -> !seat.making);
    }

    private void onConnected(Seat seat) {
        seat.failures = 0;
        seat.quality = LineGrade.GOOD;
        connected(seat, true);
    }

    private void connected(Seat seat, boolean now) {
        if (seat.connected == now) return;
        seat.connected = now;
        changed(seat.person);
    }

    private void onExpired(Seat seat) {
        connected(seat, false);
        if (seat.client == null) forget(seat);
        else offers.offer(seat);
    }

    private void onMapped(Seat seat, BridgeEvent.SourcesMapped mapped) {
        seat.slots = named(mapped);
        seat.tell(ServerSays.slots(seat.slots));
    }

    /** What slots carry, by people's names. */
    List<ServerSays.Slot> named(BridgeEvent.SourcesMapped mapped) {
        return mapped.slots().stream()
                .map(slot -> new ServerSays.Slot(
                        slot.mid(), slot.source().map(this::name).orElse(null)))
                .toList();
    }

    private @Nullable String name(SourceId source) {
        var person = people.get(source.endpoint());
        return person == null ? null : person + "/" + source.kind();
    }

    private Map<PersonId, Integer> levels(BridgeEvent.AudioLevels heard) {
        var levels = new HashMap<PersonId, Integer>();
        heard.levels().forEach((endpoint, level) -> {
            var person = people.get(endpoint);
            if (person != null) levels.put(person, level);
        });
        return levels;
    }

    private void onLimit(Seat seat, BridgeEvent.SenderConstraints limit) {
        seat.senders.put(limit.source().kind(), limit.maxHeight());
        seat.tell(ServerSays.sender(limit.source().kind(), limit.maxHeight()));
    }

    private void onQuality(Seat seat, BridgeEvent.Quality quality) {
        seat.tell(ServerSays.line(quality.line()));
        if (!echo) lines.computeIfAbsent(seat.person, fresh -> new LineLog()).add(quality.line());
        var grade = LineGrade.of(quality.line());
        if (grade == seat.quality) return;
        seat.quality = grade;
        changed(seat.person);
    }

    private void speaks(@Nullable PersonId person) {
        if (Objects.equals(speaker, person)) return;
        speaker = person;
        look();
        all(ServerSays.speaker(person));
    }

    // what all are told ------------------------------------------------------------------------------------------

    private void all(ServerSays message) {
        seats.values().forEach(seat -> seat.tell(message));
        if (gallery != null) gallery.all(message);
    }

    /** Changes of people are told together. */
    private void changed(PersonId person) {
        changed.add(person);
        if (listDue) return;
        listDue = true;
        parts.thread().later(parts.limits().merge(), this::tellChanges);
    }

    private void tellChanges() {
        listDue = false;
        var here = changed.stream().map(seats::get).filter(Objects::nonNull).map(Seat::shown);
        var gone = changed.stream().filter(person -> !seats.containsKey(person));
        all(ServerSays.people(false, here.toList(), gone.toList()));
        changed.clear();
        if (gallery != null) gallery.look(); // somebody may share a screen
    }
}

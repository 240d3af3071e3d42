package plenum.server.conference;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.MediaBridge;
import plenum.media.api.Permission;
import plenum.server.hall.Answer;
import plenum.server.hall.Committed;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Order;
import plenum.server.hall.SessionLane;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.SessionId;
import plenum.server.live.CloseCode;
import plenum.server.points.LineMeasured;
import plenum.server.points.PointCommand;
import plenum.server.room.RoomCommand;

/**
 * Follows the journals and drives the media bridge: a conference for every open room, the rights of each participant as
 * the hall has them, nobody in it who is not in the room. Says to the hall who was lost. Thread-safe.
 */
public final class RoomDirector implements Consumer<Committed>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RoomDirector.class);
    private static final int PATIENCE_SECONDS = 5; // with a disk, when the server stops

    private final Function<SessionId, SessionLane> lanes; // blocking
    private final Regions regions;
    private final ConferenceLimits limits;
    private final Optional<Turn> turn;
    private final Optional<Tapes> tapes;
    private final InstantSource clock;
    private final DirectorThread thread = new DirectorThread();
    private final BridgeCalls bridge;

    // of the thread
    private final Map<SessionId, OpenRoom> rooms = new HashMap<>();
    private final Map<SessionId, Long> followed = new HashMap<>(); // sequences
    private final Map<PersonId, Conference> tests = new HashMap<>();
    private final Map<ConferenceId, Conference> conferences = new HashMap<>();
    private final Map<Client, Place> places = new HashMap<>();

    private record Place(Seating seating, Seat seat) {}

    /**
     * @param lanes the running lane of a session; may block; Refusal when there is no such session
     * @param turn for browsers that cannot reach the bridge
     * @param tapes absent: nothing can be recorded here
     */
    public RoomDirector(
            MediaBridge media,
            Function<SessionId, SessionLane> lanes,
            Regions regions,
            ConferenceLimits limits,
            Optional<Turn> turn,
            Optional<Tapes> tapes,
            InstantSource clock) {
        this.lanes = lanes;
        this.regions = regions;
        this.limits = limits;
        this.turn = turn;
        this.tapes = tapes;
        this.clock = clock;
        this.bridge = new BridgeCalls(media, thread, limits);
        thread.every(limits.look(), this::look);
        media.listen(event -> thread.run(() -> on(event)));
    }

    // the journal ------------------------------------------------------------------------------------------------

    /** The lane's thread. */
    @Override
    public void accept(Committed committed) {
        if (concernsUs(committed.before(), committed.after())) thread.run(() -> follow(committed.after()));
    }

    private static boolean concernsUs(Hall before, Hall after) {
        return before.room() != after.room()
                || before.recording() != after.recording()
                || before.stage() != after.stage()
                || before.points() != after.points()
                || !before.talkers().equals(after.talkers());
    }

    /** After a start: takes up the rooms of these sessions that are still open. Does not block. */
    public void recover(Collection<SessionId> sessions) {
        for (var session : List.copyOf(sessions)) {
            Thread.startVirtualThread(() -> {
                try {
                    var hall = lanes.apply(session).hall();
                    thread.run(() -> follow(hall));
                } catch (RuntimeException failed) {
                    LOG.error("the room of session {} is not taken up", session, failed);
                }
            });
        }
    }

    private void follow(Hall hall) {
        var session = hall.session();
        if (followed.getOrDefault(session, -1L) > hall.seq()) return;
        followed.put(session, hall.seq());
        var known = rooms.get(session);
        if (known != null && !known.isOf(hall)) {
            rooms.remove(session);
            measured(session, known.measured(clock.millis()));
            close(known.conference(), CloseCode.OUTSIDE);
        }
        if (hall.room().open())
            rooms.computeIfAbsent(session, fresh -> opened(hall)).follow(hall);
    }

    private OpenRoom opened(Hall hall) {
        return new OpenRoom(hall, conference(false), tapes);
    }

    private Conference conference(boolean echo) {
        var conference = new Conference(new Conference.Parts(bridge, thread, limits, turn, clock), echo);
        conferences.put(conference.id(), conference);
        return conference;
    }

    private void close(Conference conference, CloseCode why) {
        conferences.remove(conference.id());
        conference.close(why);
    }

    // browsers ---------------------------------------------------------------------------------------------------

    /** A browser whose person may come in, as far as the lane's state told when it was looked at. */
    void enter(Client client, SessionLane lane, Actor actor, ClientSays.Hello hello) {
        thread.run(() -> {
            var place = switch (hello.as()) {
                case TEST -> test(client, lane, actor.person(), hello);
                case WATCHER -> watch(client, lane, actor, hello);
                case PARTICIPANT -> join(client, lane, actor.person(), hello);
            };
            if (place != null) places.put(client, place);
        });
    }

    private @Nullable Place join(Client client, SessionLane lane, PersonId person, ClientSays.Hello hello) {
        follow(lane.hall());
        var room = rooms.get(hello.session());
        if (room == null || !room.has(person)) return turned(client, CloseCode.OUTSIDE);
        var conference = room.conference();
        var region = regions.of(lane.hall(), person);
        return new Place(
                conference, conference.sit(person, region, client, hello.videoSlots(), room.permission(person)));
    }

    private @Nullable Place watch(Client client, SessionLane lane, Actor actor, ClientSays.Hello hello) {
        follow(lane.hall());
        var room = rooms.get(hello.session());
        if (room == null || !Watching.may(lane.hall(), actor)) return turned(client, CloseCode.OUTSIDE);
        var region = regions.of(lane.hall(), actor);
        var seat = room.gallery().sit(actor, region, client, hello.videoSlots());
        return seat.isPresent() ? new Place(room.gallery(), seat.get()) : turned(client, CloseCode.FULL);
    }

    private static @Nullable Place turned(Client client, CloseCode why) {
        client.end(why);
        return null;
    }

    /** Over the line that will be used. */
    private Place test(Client client, SessionLane lane, PersonId person, ClientSays.Hello hello) {
        var conference = tests.computeIfAbsent(person, fresh -> conference(true));
        var region = regions.of(lane.hall(), person);
        return new Place(conference, conference.sit(person, region, client, hello.videoSlots(), Permission.ALL));
    }

    void said(Client client, ClientSays.InRoom said) {
        thread.run(() -> {
            var place = places.get(client);
            if (place != null) said(place.seating(), place.seat(), said);
        });
    }

    private static void said(Seating seating, Seat seat, ClientSays.InRoom said) {
        switch (said) {
            case ClientSays.Answer answer -> seating.answer(seat, answer);
            case ClientSays.Renew ignored -> seating.renew(seat);
            case ClientSays.Want want -> seating.want(seat, want.wish());
            case ClientSays.Mine mine -> seating.switched(seat, mine.switches());
        }
    }

    /** The browser could not be told all changes of people. */
    void missedPeople(Client client) {
        thread.run(() -> {
            var place = places.get(client);
            if (place != null) place.seating().everyone(place.seat());
        });
    }

    /** @param keep the endpoint may go on for a while without a socket */
    void left(Client client, boolean keep) {
        thread.run(() -> {
            var place = places.remove(client);
            if (place == null) return;
            var isTest = place.seating() instanceof Conference conference && tests.containsValue(conference);
            place.seating().leave(place.seat(), client, keep && !isTest);
            if (isTest) forgetEmptyTests();
        });
    }

    /** The person's sign-ins have ended: whatever the person receives ends at once, with and without a socket. */
    void revoke(PersonId person) {
        thread.run(() -> {
            conferences.values().forEach(one -> one.dismiss(person, CloseCode.UNAUTHENTICATED));
            rooms.values().forEach(one -> one.gallery().dismiss(person, CloseCode.UNAUTHENTICATED));
        });
    }

    private void forgetEmptyTests() {
        tests.values().removeIf(test -> {
            if (!test.empty()) return false;
            close(test, CloseCode.OUTSIDE);
            return true;
        });
    }

    // the bridge -------------------------------------------------------------------------------------------------

    private void on(BridgeEvent event) {
        switch (event) {
            case BridgeEvent.Ready ready -> onReady(ready.bridge());
            case BridgeEvent.Resumed back -> onReady(back.bridge());
            case BridgeEvent.Lost lost -> {
                LOG.warn("media bridge {} is lost", lost.bridge());
                bridge.ready(false);
                conferences.values().forEach(Conference::onLost);
            }
            case BridgeEvent.Connected it -> tell(it.conference(), it);
            case BridgeEvent.Disconnected it -> tell(it.conference(), it);
            case BridgeEvent.Expired it -> tell(it.conference(), it);
            case BridgeEvent.SourcesMapped it -> tell(it.conference(), it);
            case BridgeEvent.SourceActive it -> tell(it.conference(), it);
            case BridgeEvent.DominantSpeaker it -> tell(it.conference(), it);
            case BridgeEvent.AudioLevels it -> tell(it.conference(), it);
            case BridgeEvent.SenderConstraints it -> tell(it.conference(), it);
            case BridgeEvent.Quality it -> tell(it.conference(), it);
        }
    }

    private void onReady(String name) {
        LOG.info("media bridge {} is ready", name);
        bridge.ready(true);
        conferences.values().forEach(Conference::onReady);
    }

    private void tell(ConferenceId conference, BridgeEvent event) {
        var known = conferences.get(conference);
        if (known != null) known.on(event);
    }

    // time -------------------------------------------------------------------------------------------------------

    private void look() {
        var now = clock.millis();
        rooms.forEach((session, room) -> {
            room.look(now, limits.lost().toMillis(), person -> report(session, room, person));
            measured(session, room.measured(now, limits.measured().toMillis()));
        });
        forgetEmptyTests();
    }

    /** Tells the hall that the person is lost; again later when the hall could not take it. */
    private void report(SessionId session, OpenRoom room, PersonId person) {
        var lost = new HallCommand.OfRoom(new RoomCommand.ReportLost(person));
        tell(session, lost, () -> thread.run(() -> room.reportAgain(person)));
    }

    /** Tells the hall how good lines were; what it could not take is gone. */
    private void measured(SessionId session, List<LineMeasured> lines) {
        if (lines.isEmpty()) return;
        tell(
                session,
                new HallCommand.OfPoints(new PointCommand.MeasureLines(lines)),
                () -> LOG.warn("session {} does not hear how good its lines were", session));
    }

    private void tell(SessionId session, HallCommand command, Runnable refused) {
        Thread.startVirtualThread(() -> {
            try {
                var order = new Order(new CommandId(UUID.randomUUID().toString()), Actor.SYSTEM, command);
                var ignored = lanes.apply(session).submit(order).onSuccess(answer -> {
                    if (answer instanceof Answer.Refused) refused.run();
                });
            } catch (Refusal unavailable) {
                refused.run();
            } catch (RuntimeException failed) {
                LOG.error("session {} does not hear the director", session, failed);
                refused.run();
            }
        });
    }

    private void interrupt(CompletableFuture<Void> written) {
        var tapes = rooms.values().stream()
                .map(room -> room.interrupt().toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        var unused = CompletableFuture.allOf(tapes).whenComplete((done, failed) -> written.complete(null));
    }

    /** Follows nothing any more; the bridge stays as it is, and what came is on the tapes. */
    @Override
    public void close() {
        var written = new CompletableFuture<Void>();
        thread.run(() -> interrupt(written));
        var unused = written.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        thread.close();
    }
}

package plenum.server.conference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.record.Take;
import plenum.media.record.Tape;
import plenum.server.hall.Hall;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;

/**
 * Puts a room on tape as the hall says: an endpoint that receives only, at whatever bridge there is, and sees whom all
 * see. Director's thread only.
 */
final class Taping {
    private static final Logger LOG = LoggerFactory.getLogger(Taping.class);
    private static final Executor ELSEWHERE = Thread::startVirtualThread; // for what blocks
    private static final EndpointSpec SPEC = new EndpointSpec(4, 1, Permission.NONE, false);
    private static final int CAMERA_HEIGHT = 720;
    private static final int SCREEN_HEIGHT = 1080;

    /** One recording, from its beginning to its end. */
    private record Reel(SessionId session, RecordingId id, CompletableFuture<Tape> tape) {}

    private final Conference conference;
    private final Conference.Parts parts;
    private final Tapes tapes;
    private @Nullable Hall hall;
    private @Nullable Reel reel;
    private long turn; // of asking the bridge; a newer one makes all of before void
    private boolean asked;
    private @Nullable EndpointId endpoint;
    private @Nullable Take take;
    private @Nullable ReceiverConstraints constrained;
    private CompletionStage<?> written = CompletableFuture.completedStage(null);

    Taping(Conference conference, Conference.Parts parts, Tapes tapes) {
        this.conference = conference;
        this.parts = parts;
        this.tapes = tapes;
    }

    void follow(Hall next) {
        hall = next;
        var wanted = next.recording().current();
        if (reel != null && !wanted.equals(Optional.of(reel.id))) finish();
        if (reel == null && wanted.isPresent()) reel = reel(next.session(), wanted.get());
        if (next.recording().runs()) begin();
        else end();
        look();
    }

    private Reel reel(SessionId session, RecordingId id) {
        return new Reel(session, id, CompletableFuture.supplyAsync(() -> opened(session, id), ELSEWHERE));
    }

    private Tape opened(SessionId session, RecordingId id) {
        try {
            return tapes.open(session, id);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Nothing is left to record: what is written is whole. */
    void finish() {
        end();
        var done = reel;
        reel = null;
        if (done == null) return;
        written.thenCombine(done.tape, (nothing, tape) -> tape)
                .thenAcceptAsync(
                        tape -> {
                            tape.close();
                            tapes.ended(done.session, done.id);
                        },
                        ELSEWHERE)
                .exceptionally(failed -> {
                    LOG.error("recording {} is not put away", done.id, failed);
                    return null;
                });
    }

    /** The server stops: what came is written, and the tape can be gone on with. */
    CompletionStage<?> interrupt() {
        end();
        var left = reel;
        reel = null;
        return left == null
                ? CompletableFuture.completedStage(null)
                : written.thenCombine(left.tape, (nothing, tape) -> tape).thenAcceptAsync(Tape::close, ELSEWHERE);
    }

    // an endpoint at the bridge ------------------------------------------------------------------------------------

    private void begin() {
        if (asked || reel == null || !parts.bridge().ready()) return;
        asked = true;
        var now = ++turn;
        var fresh = new EndpointId(OpaqueId.fresh());
        endpoint = fresh;
        parts.bridge()
                .ask(
                        bridge -> bridge.openEndpoint(conference.id(), fresh, SPEC),
                        (offer, failure) -> offered(now, offer, failure));
    }

    private void offered(long then, @Nullable Offer offer, @Nullable BridgeException failure) {
        if (then != turn || reel == null) return;
        if (offer == null) {
            again(then, failure);
            return;
        }
        var ignored = reel.tape
                .thenApplyAsync(tape -> tapes.take(tape, offer.sdp()), ELSEWHERE)
                .whenComplete((made, failed) -> parts.thread().run(() -> taken(then, made, failed)));
    }

    private void taken(long then, @Nullable Take made, @Nullable Throwable failed) {
        if (made == null) {
            again(then, failed);
            return;
        }
        if (then != turn || endpoint == null) {
            var ignored = made.end();
            return;
        }
        take = made;
        var here = endpoint;
        parts.bridge()
                .ask(
                        bridge -> bridge.answer(conference.id(), here, made.answer()),
                        (done, failure) -> answered(then, made, failure));
    }

    private void answered(long then, Take made, @Nullable BridgeException failure) {
        if (then != turn) return;
        if (failure != null) {
            again(then, failure);
            return;
        }
        made.begin();
        constrained = null;
        look();
    }

    private void again(long then, @Nullable Throwable why) {
        if (then != turn) return;
        LOG.warn("the room is not recorded at once: {}", String.valueOf(why));
        parts.thread().later(parts.limits().again(), () -> {
            if (then == turn) anew();
        });
    }

    private void anew() {
        end();
        if (hall != null && hall.recording().runs()) begin();
    }

    private void end() {
        turn++;
        asked = false;
        if (take != null) written = take.end();
        take = null;
        var gone = endpoint;
        endpoint = null;
        if (gone != null) parts.bridge().insist(bridge -> bridge.closeEndpoint(conference.id(), gone), () -> true);
    }

    // what the bridge tells ------------------------------------------------------------------------------------------

    /** The bridge begins anew, and has forgotten everything. */
    void onReady() {
        anew();
    }

    void onLost() {
        end();
    }

    void on(BridgeEvent event) {
        if (event instanceof BridgeEvent.Expired expired && expired.endpoint().equals(endpoint)) again(turn, null);
    }

    // whom it sees ---------------------------------------------------------------------------------------------------

    /** Somebody came, speaks, or is shown. */
    void look() {
        if (take == null || hall == null || endpoint == null) return;
        var wish = wish(hall);
        if (wish.equals(constrained)) return;
        constrained = wish;
        var now = turn;
        var here = endpoint;
        parts.bridge()
                .insist(
                        bridge -> bridge.constrain(conference.id(), here, wish),
                        () -> now == turn && wish.equals(constrained));
    }

    /** Whom all see; nobody in particular: who speaks, as the bridge orders pictures by itself. */
    private ReceiverConstraints wish(Hall now) {
        var selected = shown(now)
                .flatMap(person -> conference.endpoint(person).stream())
                .flatMap(one -> Stream.of(new SourceId(one, SourceKind.SCREEN), new SourceId(one, SourceKind.CAMERA)))
                .toList();
        var heights = new HashMap<SourceId, Integer>();
        selected.stream()
                .filter(source -> source.kind() == SourceKind.SCREEN)
                .forEach(source -> heights.put(source, SCREEN_HEIGHT));
        return new ReceiverConstraints(selected, heights, CAMERA_HEIGHT, 1, 0);
    }

    /** Of two in dialogue first the one who speaks. */
    private Stream<PersonId> shown(Hall now) {
        var dialogue = now.stage().dialogue();
        if (dialogue.isEmpty()) return Stream.ofNullable(now.onStage());
        var speaks = conference.speaker().filter(dialogue::contains).stream();
        return Stream.concat(speaks, dialogue.stream()).distinct();
    }
}

package plenum.server.conference;

import java.util.Optional;
import java.util.function.Function;
import plenum.server.access.Access;
import plenum.server.access.SessionPlace;
import plenum.server.hall.SessionLane;
import plenum.server.kernel.SessionId;
import plenum.server.live.CloseCode;
import plenum.server.live.Greeter;
import plenum.server.live.SignedIn;
import plenum.server.sitting.SessionState;

/** Decides who may come to a room's media. Blocking. */
final class MediaEntry {
    private final Function<SessionId, SessionLane> lanes; // blocking; Refusal when there is no such session

    MediaEntry(Function<SessionId, SessionLane> lanes) {
        this.lanes = lanes;
    }

    SessionLane enter(ClientSays.Hello hello, SignedIn who) throws Greeter.Turned {
        var lane = lanes.apply(hello.session());
        var hall = lane.hall();
        var unused = Access.enter(who.actor(), Optional.of(SessionPlace.of(hall)));
        var ended = hall.sittings().state() == SessionState.ENDED;
        var welcome = switch (hello.as()) {
            case TEST -> !ended;
            case WATCHER -> Watching.may(hall, who.actor());
            case PARTICIPANT -> hall.room().has(who.actor().person());
        };
        if (!welcome) throw new Greeter.Turned(CloseCode.OUTSIDE);
        return lane;
    }
}

package plenum.server.hall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import plenum.server.kernel.PersonId;
import plenum.server.room.Knock;
import plenum.server.room.Room;
import plenum.server.room.RoomEvent;

/** Whose own view an event of the room changes. */
final class RoomTouch {
    private RoomTouch() {}

    static Collection<PersonId> of(RoomEvent event, Room before) {
        return switch (event) {
            case RoomEvent.Opened unused -> everyone(before);
            case RoomEvent.Closed unused -> everyone(before);
            case RoomEvent.Joined joined -> Set.of(joined.personId());
            case RoomEvent.Knocked knocked -> Set.of(knocked.personId());
            case RoomEvent.Left left -> Set.of(left.personId());
            case RoomEvent.TurnedAway turned -> Set.of(turned.personId());
            case RoomEvent.Removed removed -> Set.of(removed.personId());
            case RoomEvent.Muted muted -> Set.of(muted.personId());
            case RoomEvent.AllMuted muted -> muted.persons();
            case RoomEvent.Unmuted unmuted -> Set.of(unmuted.personId());
            case RoomEvent.Changed unused -> Set.of();
            case RoomEvent.Locked unused -> Set.of();
            case RoomEvent.Unlocked unused -> Set.of();
            case RoomEvent.BroadcastStarted unused -> Set.of();
            case RoomEvent.BroadcastStopped unused -> Set.of();
            case RoomEvent.Staged unused -> Set.of();
        };
    }

    private static List<PersonId> everyone(Room room) {
        var all = new ArrayList<>(room.people().standings().keySet());
        room.people().waiting().stream().map(Knock::personId).forEach(all::add);
        return all;
    }
}

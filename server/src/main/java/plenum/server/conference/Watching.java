package plenum.server.conference;

import plenum.server.access.Access;
import plenum.server.hall.Hall;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.room.Place;

/** Who may watch an open room's stage without being in the room. */
final class Watching {
    private Watching() {}

    /**
     * While the room is broadcast everybody who may see the session; else the hall's big screen what the director has
     * put on air. Nobody whom the room has sent out.
     */
    static boolean may(Hall hall, Actor actor) {
        var audiences = Access.audiences(hall.roles(actor));
        var shown = hall.room().settings().broadcast()
                ? !audiences.isEmpty()
                : audiences.contains(Audience.SCREEN) && hall.stage().air() != null;
        return shown && hall.room().open() && hall.room().place(actor.person()) != Place.REMOVED;
    }
}

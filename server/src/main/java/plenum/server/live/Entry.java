package plenum.server.live;

import java.util.Set;
import java.util.function.Function;
import plenum.server.access.Access;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;

/** Decides who may see a session. Blocking. */
final class Entry {
    /**
     * What one who was let in sees first.
     *
     * @param showing has the view of the audience asked for
     * @param mine the person's own message at that moment
     */
    record Seat(FanOut session, Showing showing, byte[] mine) {}

    private final Function<SessionId, FanOut> sessions; // blocking; Refusal when there is no such session

    Entry(Function<SessionId, FanOut> sessions) {
        this.sessions = sessions;
    }

    Seat enter(ClientFrame.Hello hello, SignedIn who) throws Greeter.Turned {
        var session = sessions.apply(hello.session());
        var audiences = Access.audiences(roles(who, session));
        if (!audiences.contains(hello.as())) throw new Greeter.Turned(refusal(session, audiences));
        var showing = session.showingTo(hello.as());
        if (showing.view(hello.as()).hidden()) throw new Greeter.Turned(CloseCode.NO_SUCH_SESSION);
        return new Seat(session, showing, FanOut.me(showing.hall(), who.actor().person()));
    }

    /** A wrong role is named only to one who may know that the session exists. */
    private static CloseCode refusal(FanOut session, Set<Audience> audiences) {
        var seesIt = audiences.stream()
                .anyMatch(
                        audience -> !session.showingTo(audience).view(audience).hidden());
        return seesIt ? CloseCode.WRONG_ROLE : CloseCode.NO_SUCH_SESSION;
    }

    static boolean mayBe(Audience audience, SignedIn who, FanOut session) {
        return Access.audiences(roles(who, session)).contains(audience);
    }

    private static Set<Role> roles(SignedIn who, FanOut session) {
        return session.lane().hall().roles(who.actor());
    }
}

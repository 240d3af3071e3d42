package plenum.server.live;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.access.Access;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;

/** Decides who may see a session; may block, so each question has a virtual thread of its own. */
final class Greeter {
    private static final Logger LOG = LoggerFactory.getLogger(Greeter.class);

    /** The answer to a hello. */
    sealed interface Greeting {
        /**
         * @param showing has the view of the audience asked for
         * @param mine the person's own message at that moment
         */
        record Admitted(SignedIn who, FanOut session, Showing showing, String mine) implements Greeting {}

        record Turned(CloseCode why) implements Greeting {}
    }

    private final TokenCheck tokens;
    private final Function<SessionId, FanOut> sessions; // blocking; Refusal when there is no such session

    Greeter(TokenCheck tokens, Function<SessionId, FanOut> sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** The answer comes on the virtual thread. */
    void greet(ClientFrame.Hello hello, Consumer<Greeting> answer) {
        Thread.startVirtualThread(() -> answer.accept(guarded(hello)));
    }

    private Greeting guarded(ClientFrame.Hello hello) {
        try {
            return greeting(hello);
        } catch (RuntimeException fault) {
            LOG.error("hello to session {} failed", hello.session(), fault);
            return new Greeting.Turned(CloseCode.FAULT);
        }
    }

    private Greeting greeting(ClientFrame.Hello hello) {
        SignedIn who;
        try {
            who = tokens.check(hello.token());
        } catch (Refusal refused) {
            return new Greeting.Turned(CloseCode.UNAUTHENTICATED);
        }
        try {
            return enter(hello, who, sessions.apply(hello.session()));
        } catch (Refusal unknown) {
            return new Greeting.Turned(CloseCode.NO_SUCH_SESSION);
        }
    }

    private static Greeting enter(ClientFrame.Hello hello, SignedIn who, FanOut session) {
        var audiences = Access.audiences(roles(who, session));
        if (!audiences.contains(hello.as())) return new Greeting.Turned(refusal(session, audiences));
        var showing = session.showingTo(hello.as());
        if (showing.view(hello.as()).hidden()) return new Greeting.Turned(CloseCode.NO_SUCH_SESSION);
        var mine = FanOut.me(showing.hall(), who.actor().person());
        return new Greeting.Admitted(who, session, showing, mine);
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
        return who.actor().rolesIn(session.lane().hall().bodyId());
    }

    /** A new token for one who is in already; the answer comes on the virtual thread, empty when the token is bad. */
    void renew(String token, Consumer<Optional<SignedIn>> answer) {
        Thread.startVirtualThread(() -> answer.accept(checked(token)));
    }

    private Optional<SignedIn> checked(String token) {
        try {
            return Optional.of(tokens.check(token));
        } catch (Refusal refused) {
            return Optional.empty();
        } catch (RuntimeException fault) {
            LOG.error("token check failed", fault);
            return Optional.empty();
        }
    }
}

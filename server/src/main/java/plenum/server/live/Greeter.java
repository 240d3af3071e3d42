package plenum.server.live;

import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.kernel.Refusal;

/** Looks at hellos and tokens; that may block, so each question has a virtual thread of its own. Thread-safe. */
public final class Greeter {
    private static final Logger LOG = LoggerFactory.getLogger(Greeter.class);
    private final TokenCheck tokens;

    Greeter(TokenCheck tokens) {
        this.tokens = tokens;
    }

    /** Whether a person whose token is good may come in, and what is found out on the way. May block. */
    @FunctionalInterface
    public interface Entrance<T> {
        /**
         * @throws Turned with the reason that the person may know
         * @throws Refusal when there is no such session for the person
         */
        T enter(SignedIn who) throws Turned;
    }

    /** A hello that leads to nothing. */
    public static final class Turned extends Exception {
        private static final long serialVersionUID = 1L;
        private final CloseCode why;

        public Turned(CloseCode why) {
            super(why.reason(), null, false, false);
            this.why = why;
        }

        CloseCode why() {
            return why;
        }
    }

    /** The answer to a hello. */
    sealed interface Greeting<T> {
        record Admitted<T>(SignedIn who, T found) implements Greeting<T> {}

        record Declined<T>(CloseCode why) implements Greeting<T> {}
    }

    /** The answer comes on the virtual thread. */
    <T> void greet(String token, Entrance<T> entrance, Consumer<Greeting<T>> answer) {
        Thread.startVirtualThread(() -> answer.accept(guarded(token, entrance)));
    }

    private <T> Greeting<T> guarded(String token, Entrance<T> entrance) {
        try {
            return greeting(token, entrance);
        } catch (RuntimeException fault) {
            LOG.error("hello failed", fault);
            return new Greeting.Declined<>(CloseCode.FAULT);
        }
    }

    private <T> Greeting<T> greeting(String token, Entrance<T> entrance) {
        SignedIn who;
        try {
            who = tokens.check(token);
        } catch (Refusal refused) {
            return new Greeting.Declined<>(CloseCode.UNAUTHENTICATED);
        }
        try {
            return new Greeting.Admitted<>(who, entrance.enter(who));
        } catch (Turned turned) {
            return new Greeting.Declined<>(turned.why());
        } catch (Refusal unknown) {
            return new Greeting.Declined<>(CloseCode.NO_SUCH_SESSION);
        }
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

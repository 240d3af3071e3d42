package plenum.media.chromium;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import plenum.media.api.BridgeEvent;
import plenum.media.link.LinkTicket;
import plenum.media.link.LinkedBridge;

/** A bridge of which a test hears what is said on the way. */
final class Overheard {
    private Overheard() {}

    private interface Change {
        Object[] of(Object[] arguments);
    }

    /** Hears the events as well. */
    static LinkedBridge listen(LinkedBridge bridge, Consumer<BridgeEvent> ear) {
        return with(bridge, "listen", arguments -> new Object[] {both(ear, arguments[0])}, UnaryOperator.identity());
    }

    @SuppressWarnings("unchecked") // as listen declares it
    private static Consumer<BridgeEvent> both(Consumer<BridgeEvent> ear, Object listener) {
        return ear.andThen((Consumer<BridgeEvent>) listener);
    }

    /** Changes the tickets that the bridge gives. */
    static LinkedBridge tickets(LinkedBridge bridge, UnaryOperator<LinkTicket> change) {
        return with(bridge, "openLink", arguments -> arguments, answer -> changed(answer, change));
    }

    @SuppressWarnings("unchecked") // as openLink declares it
    private static Object changed(Object answer, UnaryOperator<LinkTicket> change) {
        return ((CompletionStage<LinkTicket>) answer).thenApply(change);
    }

    private static LinkedBridge with(LinkedBridge bridge, String name, Change asked, UnaryOperator<Object> answered) {
        return (LinkedBridge) Proxy.newProxyInstance(
                Overheard.class.getClassLoader(), new Class<?>[] {LinkedBridge.class}, (self, method, arguments) -> {
                    try {
                        boolean ours = method.getName().equals(name);
                        Object answer = method.invoke(bridge, ours ? asked.of(arguments) : arguments);
                        return ours && answer != null ? answered.apply(answer) : answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}

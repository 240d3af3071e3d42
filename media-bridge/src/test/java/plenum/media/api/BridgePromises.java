package plenum.media.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What every bridge promises to the server, wherever it runs. */
public interface BridgePromises {
    ConferenceId ROOM = new ConferenceId("room-1");
    EndpointId AN = new EndpointId("an");
    EndpointSpec SPEC = new EndpointSpec(4, 9, Permission.ALL, false);

    /** A bridge to which nobody listens yet; the class closes it. */
    MediaBridge bridge();

    @Test
    default void theFirstThingHeardIsReady() {
        assertThat(listen(bridge())).isInstanceOf(BridgeEvent.Ready.class);
    }

    @Test
    default void aConferenceThatExistsStaysAsItIs() {
        var bridge = listening();
        done(bridge.openConference(ROOM));
        assertThat(done(bridge.openEndpoint(ROOM, AN, SPEC)).sdp()).startsWith("v=0");
        done(bridge.openConference(ROOM));
        var stats = done(bridge.stats());
        assertThat(stats.conferences()).isEqualTo(1);
        assertThat(stats.endpoints()).isEqualTo(1);
    }

    @Test
    default void anEndpointNeedsItsConference() {
        var bridge = listening();
        assertThat(failure(bridge.openEndpoint(ROOM, AN, SPEC))).isEqualTo(BridgeException.Kind.UNKNOWN);
    }

    @Test
    default void nothingIsDoneForAnEndpointThatDoesNotExist() {
        var bridge = listening();
        done(bridge.openConference(ROOM));
        assertThat(failure(bridge.answer(ROOM, AN, "v=0"))).isEqualTo(BridgeException.Kind.UNKNOWN);
        assertThat(failure(bridge.permit(ROOM, AN, Permission.NONE))).isEqualTo(BridgeException.Kind.UNKNOWN);
        assertThat(failure(bridge.constrain(ROOM, AN, ReceiverConstraints.NOTHING)))
                .isEqualTo(BridgeException.Kind.UNKNOWN);
    }

    @Test
    default void anAnswerThatIsNoSdpIsMalformed() {
        var bridge = listening();
        done(bridge.openConference(ROOM));
        var ignored = done(bridge.openEndpoint(ROOM, AN, SPEC));
        assertThat(failure(bridge.answer(ROOM, AN, "hello"))).isEqualTo(BridgeException.Kind.MALFORMED);
    }

    @Test
    default void toCloseWhatIsClosedIsNoError() {
        var bridge = listening();
        done(bridge.closeEndpoint(ROOM, AN));
        done(bridge.closeConference(ROOM));
        done(bridge.openConference(ROOM));
        done(bridge.closeEndpoint(ROOM, AN));
        done(bridge.closeConference(ROOM));
        done(bridge.closeConference(ROOM));
        assertThat(done(bridge.stats()).conferences()).isZero();
    }

    @Test
    default void anEndpointTakesThePlaceOfTheOlderOneOfItsId() {
        var bridge = listening();
        done(bridge.openConference(ROOM));
        var first = done(bridge.openEndpoint(ROOM, AN, SPEC));
        var second = done(bridge.openEndpoint(ROOM, AN, SPEC));
        assertThat(second).isNotEqualTo(first);
        assertThat(done(bridge.stats()).endpoints()).isEqualTo(1);
    }

    @Test
    default void aClosedConferenceTakesItsEndpointsAlong() {
        var bridge = listening();
        done(bridge.openConference(ROOM));
        var ignored = done(bridge.openEndpoint(ROOM, AN, SPEC));
        done(bridge.closeConference(ROOM));
        assertThat(done(bridge.stats()).endpoints()).isZero();
        assertThat(failure(bridge.permit(ROOM, AN, Permission.ALL))).isEqualTo(BridgeException.Kind.UNKNOWN);
    }

    @Test
    default void callsTakeEffectInTheOrderInWhichTheyWereMade() {
        var bridge = listening();
        var all = new ArrayList<CompletionStage<?>>();
        for (var round = 0; round < 100; round++) {
            all.add(bridge.openConference(ROOM));
            all.add(bridge.openEndpoint(ROOM, AN, SPEC));
            all.add(bridge.permit(ROOM, AN, Permission.NONE));
            all.add(bridge.constrain(ROOM, AN, ReceiverConstraints.NOTHING));
            all.add(bridge.closeEndpoint(ROOM, AN));
            all.add(bridge.closeConference(ROOM));
        }
        assertThat(all)
                .allSatisfy(call -> Assertions.assertThatCode(() -> done(call)).doesNotThrowAnyException());
    }

    @Test
    default void manyEndpointsAreOpenedAtOnce() {
        var bridge = listening();
        done(bridge.openConference(ROOM));
        var offers = IntStream.range(0, 100)
                .mapToObj(i -> bridge.openEndpoint(ROOM, new EndpointId("e" + i), SPEC))
                .toList();
        assertThat(offers.stream().map(BridgePromises::done).distinct()).hasSize(100);
        assertThat(done(bridge.stats()).endpoints()).isEqualTo(100);
    }

    private MediaBridge listening() {
        var bridge = bridge();
        var ignored = listen(bridge);
        return bridge;
    }

    private static BridgeEvent listen(MediaBridge bridge) {
        BlockingQueue<BridgeEvent> events = new LinkedBlockingQueue<>();
        bridge.listen(events::add);
        try {
            var first = events.poll(20, TimeUnit.SECONDS);
            if (first == null) throw new AssertionError("nothing heard");
            return first;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @SuppressWarnings("NullAway") // a stage of Void gives null
    static <T> T done(CompletionStage<T> call) {
        return call.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    static BridgeException.Kind failure(CompletionStage<?> call) {
        try {
            throw new AssertionError("done: " + done(call));
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof BridgeException known) return known.kind();
            throw failed;
        }
    }

    static <T> List<T> take(BlockingQueue<T> from, int count) {
        try {
            var taken = new ArrayList<T>();
            while (taken.size() < count) {
                var one = from.poll(20, TimeUnit.SECONDS);
                if (one == null) throw new AssertionError("only " + taken);
                taken.add(one);
            }
            return taken;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}

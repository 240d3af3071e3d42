package plenum.media.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgePromises;
import plenum.media.api.ConferenceId;
import plenum.media.api.MediaBridge;
import plenum.media.control.FakeBridge;

/** Of several bridges one works, and another when that is lost. */
class StandbyTest {
    private static final ConferenceId ROOM = new ConferenceId("room-1");

    private final FakeBridge one = new FakeBridge();
    private final FakeBridge other = new FakeBridge();
    private final Standby bridges = new Standby(List.of(one, other));
    private final BlockingQueue<BridgeEvent> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        bridges.close();
    }

    @Nested
    class KeepsThePromises implements BridgePromises {
        private final List<MediaBridge> open = new ArrayList<>();

        @Override
        public MediaBridge bridge() {
            var fresh = new Standby(List.of(new FakeBridge(), new FakeBridge()));
            open.add(fresh);
            return fresh;
        }

        @AfterEach
        void closeAll() {
            open.forEach(MediaBridge::close);
        }
    }

    @BeforeEach
    void oneWorksAndTheOtherIsReady() {
        bridges.listen(heard::add);
        next(BridgeEvent.Ready.class);
        open();
        settle(one);
        settle(other);
    }

    private FakeBridge working() {
        return settle(one) == 1 ? one : other;
    }

    private FakeBridge idle() {
        return working() == one ? other : one;
    }

    /** What the bridge was to say is said. @return its conferences */
    @CanIgnoreReturnValue
    private static int settle(FakeBridge bridge) {
        return bridge.stats().toCompletableFuture().join().conferences();
    }

    private void next(Class<? extends BridgeEvent> type) {
        try {
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isInstanceOf(type);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static void says(FakeBridge bridge, BridgeEvent event) {
        bridge.emit(event);
        settle(bridge);
    }

    private static void lose(FakeBridge bridge) {
        says(bridge, new BridgeEvent.Lost("fake"));
    }

    private static void comesBack(FakeBridge bridge) {
        says(bridge, new BridgeEvent.Ready("fake"));
    }

    private int conferences() {
        return bridges.stats().toCompletableFuture().join().conferences();
    }

    private void open() {
        var unused = bridges.openConference(ROOM).toCompletableFuture().join();
    }

    @Test
    void whenOneIsLostTheNextBeginsAnewAtOnce() {
        lose(working());
        next(BridgeEvent.Lost.class);
        next(BridgeEvent.Ready.class);
        assertThat(conferences()).isZero();
        open();
        assertThat(conferences()).isEqualTo(1);
    }

    @Test
    void whoComesBackStandsByAndIsTakenWhenItsTurnComes() {
        var first = working();
        var second = idle();
        lose(first);
        next(BridgeEvent.Lost.class);
        next(BridgeEvent.Ready.class);
        comesBack(first);
        assertThat(heard).isEmpty();
        lose(second);
        next(BridgeEvent.Lost.class);
        next(BridgeEvent.Ready.class);
        assertThat(conferences()).as("the first one is asked again").isEqualTo(1);
    }

    @Test
    void whatHappensAtABridgeThatStandsByConcernsNobody() {
        var idle = idle();
        lose(idle);
        says(idle, new BridgeEvent.DominantSpeaker(ROOM, Optional.empty()));
        comesBack(idle);
        lose(idle);
        says(working(), new BridgeEvent.Disconnected(ROOM, BridgePromises.AN));
        next(BridgeEvent.Disconnected.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void whenNoneAnswersCallsAreUnavailableUntilOneIsBack() {
        var first = working();
        var second = idle();
        lose(second);
        lose(first);
        next(BridgeEvent.Lost.class);
        var failed = Assertions.catchThrowableOfType(CompletionException.class, this::open);
        assertThat(failed.getCause())
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        why -> assertThat(why.kind()).isEqualTo(BridgeException.Kind.UNAVAILABLE));
        comesBack(second);
        next(BridgeEvent.Ready.class);
        open();
        assertThat(conferences()).isEqualTo(1);
    }
}

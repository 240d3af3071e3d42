package plenum.media.jitsi;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.api.BridgePromises.AN;
import static plenum.media.api.BridgePromises.ROOM;
import static plenum.media.api.BridgePromises.SPEC;
import static plenum.media.api.BridgePromises.done;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgePromises;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.MediaBridge;
import plenum.media.api.Permission;
import plenum.media.control.FakeBridge;

/** Self-tests are at a bridge of their own; everything else is at the other. */
class WithEchoTest {
    private static final ConferenceId TEST = new ConferenceId("test-1");
    private static final EndpointSpec ECHO = new EndpointSpec(4, 9, Permission.ALL, true);

    private final FakeBridge rooms = new FakeBridge();
    private final FakeBridge echo = new FakeBridge();
    private final WithEcho both = new WithEcho(rooms, echo);
    private final BlockingQueue<BridgeEvent> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() throws InterruptedException {
        both.listen(heard::add);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new BridgeEvent.Ready("fake"));
        done(both.openConference(ROOM));
        done(both.openConference(TEST));
    }

    @AfterEach
    void close() {
        both.close();
    }

    @Nested
    class KeepsThePromises implements BridgePromises {
        private final MediaBridge fresh = new WithEcho(new FakeBridge(), new FakeBridge());

        @Override
        public MediaBridge bridge() {
            return fresh;
        }

        @AfterEach
        void closeIt() {
            fresh.close();
        }
    }

    private static int endpoints(MediaBridge bridge) {
        return done(bridge.stats()).endpoints();
    }

    @Test
    void whoTestsIsAtTheOneThatGivesEchoes() {
        assertThat(done(both.openEndpoint(TEST, AN, ECHO)).sdp()).startsWith("v=0");
        assertThat(endpoints(rooms)).isZero();
        assertThat(endpoints(echo)).isEqualTo(1);
        done(both.answer(TEST, AN, "v=0"));
        done(both.closeEndpoint(TEST, AN));
        assertThat(endpoints(echo)).isZero();
    }

    @Test
    void whoIsInARoomIsAtTheOther() {
        assertThat(done(both.openEndpoint(ROOM, AN, SPEC)).sdp()).startsWith("v=0");
        assertThat(endpoints(rooms)).isEqualTo(1);
        assertThat(endpoints(echo)).isZero();
    }

    @Test
    void whatTheOneForTestsSaysOfItselfConcernsNobody() throws InterruptedException {
        echo.emit(new BridgeEvent.Lost("fake"));
        echo.emit(new BridgeEvent.Disconnected(TEST, AN));
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new BridgeEvent.Disconnected(TEST, AN));
        assertThat(heard).isEmpty();
    }
}

package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.EndpointId;
import plenum.media.api.LineQuality;
import plenum.server.testkit.FakeBridge;

/** A browser that does not read for a while. */
class SlowBrowserTest {
    private static final int EVENTS = 60_000;

    private final FakeBridge bridge = new FakeBridge();
    private final Chamber chamber = new Chamber(bridge);

    @AfterEach
    void leave() {
        chamber.close();
    }

    @Test
    void missesWhatIsOutOfDateAndGetsTheNewestOfEachKind() {
        chamber.room("FREE", "d0", "d1");
        var slow = chamber.connected("d0");
        Chamber.awaitPerson(slow, "d0", true);
        var mine = bridge.endpoints().getFirst();
        var other = chamber.connected("d1");
        Chamber.awaitPerson(slow, "d1", true);
        slow.sleep();
        for (var n = 0; n < EVENTS; n++) {
            bridge.emit(new BridgeEvent.Quality(mine.conference, mine.id, new LineQuality(n, 0, 0, 0, 0, -1)));
        }
        other.send(Map.of("t", "mine", "microphone", true, "camera", false, "screen", false));
        bridge.emit(new BridgeEvent.DominantSpeaker(mine.conference, Optional.of(mine.id)));
        Chamber.awaitSpeaker(other, "d0");
        slow.wake();
        var last = slow.await(message -> message.path("upBps").asLong() == EVENTS - 1);
        assertThat(last.path("t").asText()).isEqualTo("line");
        Chamber.awaitSpeaker(slow, "d0");
        assertThat(Chamber.awaitPerson(slow, "d1", true).path("microphone").asBoolean())
                .isTrue();
        assertThat(slow.raw().size()).isLessThan(EVENTS);
    }

    @Test
    void isClosedWhenItNeverReadsAgain() {
        chamber.room("FREE", "d0");
        var slow = chamber.connected("d0");
        Chamber.awaitPerson(slow, "d0", true);
        var mine = bridge.endpoints().getFirst();
        slow.sleep();
        var levels = new HashMap<EndpointId, Integer>();
        levels.put(mine.id, 1);
        for (var n = 0; n < EVENTS; n++) {
            bridge.emit(new BridgeEvent.AudioLevels(mine.conference, levels));
            bridge.emit(new BridgeEvent.Quality(mine.conference, mine.id, new LineQuality(n, 0, 0, 0, 0, -1)));
        }
        chamber.awaitSockets(0);
    }
}

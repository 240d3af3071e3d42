package plenum.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.live.Room.must;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plenum.server.testkit.LiveClient;

/** A tablet that does not read what it is sent. */
@Timeout(60)
class SlowReaderTest {
    private static final String LONG = "Nội dung rất dài ".repeat(16);
    /** Longer than all that is said here takes on a busy machine. */
    private static final Duration PATIENT = Duration.ofSeconds(40);

    private static final Duration SOON = Duration.ofSeconds(4);

    @SuppressWarnings("NullAway.Init")
    private Room room;

    private static LiveLimits limits(Duration slow) {
        var usual = LiveLimits.standard();
        return new LiveLimits(
                usual.hello(),
                usual.silence(),
                slow,
                Duration.ofMillis(20),
                usual.window(),
                5000,
                Duration.ofMillis(50));
    }

    @AfterEach
    void leave() {
        room.close();
    }

    /** Some megabytes of states: more than the buffers of both kernels and of the server hold. */
    private static long talkAtLength(LiveClient secretary, LiveClient reader) {
        for (var i = 0; i < 200; i++) {
            must(
                    secretary,
                    "agenda.add-item",
                    Map.of("itemId", "long-" + i, "index", 0, "title", LONG, "kind", "OTHER", "hidden", false));
        }
        long seq = 0;
        for (var i = 0; i < 200; i++) {
            seq = must(
                    secretary,
                    "agenda.edit-item",
                    Map.of("itemId", "long-0", "title", LONG + i, "kind", "OTHER", "hidden", false));
            var shown = seq;
            reader.await(
                    m -> m.path("t").asText().equals("state") && m.path("seq").asLong() >= shown);
        }
        return seq;
    }

    @Test
    void doesNotHoldOthersAndCatchesUpWhenItWakes() {
        room = new Room(3, limits(PATIENT));
        var secretary = room.secretary();
        room.publish(secretary);
        var reader = room.join("d0", "delegate");
        var sleeper = room.join("d1", "delegate").sleep();
        var seq = talkAtLength(secretary, reader);
        assertThat(reader.raw()).hasSizeGreaterThan(100);
        sleeper.wake();
        sleeper.await(m -> m.path("t").asText().equals("state") && m.path("seq").asLong() == seq);
        assertThat(sleeper.part("agenda")).isEqualTo(reader.part("agenda"));
        assertThat(sleeper.raw().size()).isLessThan(reader.raw().size() - 20);
    }

    @Test
    void isClosedWhenItSleepsTooLong() {
        room = new Room(3, limits(SOON));
        var secretary = room.secretary();
        room.publish(secretary);
        var reader = room.join("d0", "delegate");
        var sleeper = room.join("d1", "delegate").sleep();
        talkAtLength(secretary, reader);
        room.awaitSockets(2);
        assertThat(reader.isOpen()).isTrue();
        sleeper.wake();
        assertThat(sleeper.closeCode()).isIn(4008, 1006);
    }
}

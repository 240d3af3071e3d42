package plenum.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.live.Room.must;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.server.kernel.SessionId;
import plenum.server.testkit.LiveClient;

/** Commands over the socket. */
class CommandTest {
    private final Room room = new Room(2);
    private final LiveClient secretary = room.secretary();

    @AfterEach
    void leave() {
        room.close();
    }

    private long journalled() {
        return room.journal
                .read(new SessionId(Room.SESSION), 0, 10_000)
                .getLast()
                .seq();
    }

    @Test
    void whatIsDoneIsInTheJournal() {
        var seq = must(secretary, "session.rename", Map.of("title", "Kỳ họp thứ 20"));
        assertThat(journalled()).isEqualTo(seq);
        room.restart();
        try (var again = room.secretary()) {
            assertThat(again.part("session").path("title").asText()).isEqualTo("Kỳ họp thứ 20");
        }
    }

    @Test
    void theSameIdAgainGetsTheSameAnswerAlsoOnANewSocketAndAfterARestart() {
        var rename = Map.of("title", "Kỳ họp thứ 21");
        var first = secretary.ask("c-1", "session.rename", rename);
        assertThat(secretary.ask("c-1", "session.rename", rename)).isEqualTo(first);
        try (var other = room.secretary()) {
            assertThat(other.ask("c-1", "session.rename", rename)).isEqualTo(first);
        }
        room.restart();
        try (var later = room.secretary()) {
            assertThat(later.ask("c-1", "session.rename", rename)).isEqualTo(first);
        }
        assertThat(journalled()).isEqualTo(first.path("seq").asLong());
    }

    @Test
    void whatMayNotBeIsRefusedAndChangesNothing() {
        room.publish(secretary);
        var before = journalled();
        try (var delegate = room.join("d0", "delegate")) {
            var refused = delegate.ask("session.rename", Map.of("title", "Tên khác"));
            assertThat(refused.path("t").asText()).isEqualTo("refused");
            assertThat(refused.path("problem").path("status").asInt()).isEqualTo(403);
            assertThat(delegate.ask("floor.raise-hand", Map.of())
                            .path("problem")
                            .path("status")
                            .asInt())
                    .isBetween(400, 499);
        }
        assertThat(journalled()).isEqualTo(before);
    }

    @Test
    void theStateAfterACommandShowsIt() {
        var seq = must(secretary, "session.rename", Map.of("title", "Kỳ họp thứ 22"));
        secretary.awaitPart("session", session -> session.path("title").asText().equals("Kỳ họp thứ 22"));
        assertThat(secretary.seq()).isEqualTo(seq);
    }
}

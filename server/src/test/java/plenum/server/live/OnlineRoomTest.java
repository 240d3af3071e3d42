package plenum.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.server.live.Room.must;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.server.testkit.LiveClient;

/** The online room over the socket, for people of every audience. */
class OnlineRoomTest {
    private final Room room = new Room(1);
    private final LiveClient secretary = room.secretary();

    @AfterEach
    void leave() {
        room.close();
    }

    @Test
    void aGuestAndAMeetingRoomKnockAndAreAdmitted() {
        room.publish(secretary);
        must(secretary, "room.open", Map.of("lobby", true, "microphones", "FLOOR"));
        try (var guest = room.join("guest", "guest");
                var wall = room.join("wall", "screen")) {
            must(guest, "room.join", Map.of("as", "PERSON"));
            must(wall, "room.join", Map.of("as", "KIOSK"));
            var waiting =
                    secretary.awaitPart("room", part -> part.path("waiting").size() == 2);
            assertThat(waiting.path("waiting").findValuesAsText("personId")).containsExactly("guest", "wall");
            assertThat(guest.awaitPart("room", part -> part.path("waitingCount").asInt() == 2)
                            .has("waiting"))
                    .isFalse();
            must(secretary, "room.admit-all", Map.of());
            wall.awaitPart("room", part -> part.path("participants").size() == 2);
        }
    }
}

package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.server.hall.Answer;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.Events;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.journal.MemoryJournal;
import plenum.server.journal.MemorySnapshots;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.testkit.Halls;
import plenum.server.testkit.Store;

/** A server that starts knows which rooms are open. */
class OpenRoomsTest {
    private static final SessionId SESSION = new SessionId("session-1");
    private static final Actor SECRETARY =
            new Actor(new PersonId("secretary"), "Thư ký", List.of(new Grant(Role.SECRETARY, Halls.COUNCIL.value())));

    private final Store store = new Store();
    private final OpenRooms rooms = new OpenRooms(store.mongo());
    private final Lanes lanes =
            new Lanes(new MemoryJournal(Events.codec()), new MemorySnapshots(), InstantSource.system(), List.of(rooms));
    private int commands;

    @AfterEach
    void close() {
        lanes.close();
        store.close();
    }

    private void must(String name, Map<String, ?> data) {
        var command = new CommandCodec().read(name, (ObjectNode) Json.node(data));
        var answer = lanes.lane(SESSION)
                .submit(new Order(new CommandId("c" + ++commands), SECRETARY, command))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    @Test
    void aRoomIsKnownFromItsOpeningToItsClosing() {
        Halls.prepare(lanes, SESSION, 1);
        must("sitting.plan", Map.of("sittingId", "s", "title", "Phiên 1", "date", "2026-12-08", "startsAt", 1));
        must(
                "agenda.add-item",
                Map.of("itemId", "item", "index", 0, "title", "Khai mạc", "kind", "REPORT", "hidden", false));
        must("session.publish", Map.of());
        assertThat(rooms.sessions()).isEmpty();
        must("room.open", Map.of("lobby", false, "microphones", "FREE"));
        assertThat(rooms.sessions()).containsExactly(SESSION);
        must("room.change", Map.of("lobby", true, "microphones", "FREE"));
        assertThat(new OpenRooms(store.mongo()).sessions()).containsExactly(SESSION);
        must("room.close", Map.of());
        assertThat(rooms.sessions()).isEmpty();
    }
}

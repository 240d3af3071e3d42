package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.media.api.BridgeException;
import plenum.media.api.Permission;
import plenum.server.kernel.PersonId;
import plenum.server.testkit.FakeBridge;
import plenum.server.testkit.LiveClient;

/** Whatever happens in whatever order: in the end the bridge holds whom the hall has in the room, with their rights. */
class DirectorFuzzTest {
    private static final List<String> PEOPLE = List.of("d0", "d1", "d2", "d3", "d4", "chair");
    private static final List<String> SOURCES = List.of("MICROPHONE", "CAMERA", "SCREEN");
    private static final int STEPS = 150;

    private final FakeBridge bridge = new FakeBridge();
    private final Chamber chamber = new Chamber(bridge);
    private final Map<String, LiveClient> sockets = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theBridgeFollowsTheHall(long seed) {
        try (chamber) {
            chamber.begin();
            chamber.room("FREE", "chair", "d0");
            var random = new Random(seed);
            for (var step = 0; step < STEPS; step++) step(random);
            chamber.timeFlies();
            bridge.failNext(0, BridgeException.Kind.UNAVAILABLE);
            bridge.await(() -> held().equals(wanted()));
            assertThat(held()).isEqualTo(wanted());
        }
    }

    private void step(Random random) {
        var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        var source = SOURCES.get(random.nextInt(SOURCES.size()));
        switch (random.nextInt(14)) {
            case 0, 1 -> chamber.may(person, "room.join", Map.of("as", "PERSON"));
            case 2 -> chamber.may(person, "room.leave", Map.of());
            case 3 -> chamber.may("chair", "room.remove", Map.of("personId", person));
            case 4 -> chamber.may("chair", "room.admit-all", Map.of());
            case 5 ->
                chamber.may(
                        "chair",
                        "room.mute",
                        Map.of("personId", person, "source", source, "hold", random.nextBoolean()));
            case 6 -> chamber.may("chair", "room.unmute", Map.of("personId", person, "source", source));
            case 7 ->
                chamber.may(
                        "secretary",
                        "room.change",
                        Map.of("lobby", false, "microphones", random.nextBoolean() ? "FREE" : "FLOOR"));
            case 8 -> chamber.may("chair", "floor.grant", Map.of("personId", person, "seconds", 60));
            case 9, 10 -> connect(person);
            case 11 -> leave(person, random.nextBoolean());
            case 12 -> bridge.failNext(random.nextInt(4), BridgeException.Kind.UNAVAILABLE);
            default -> rarely(random);
        }
    }

    private void rarely(Random random) {
        if (random.nextInt(3) == 0) bridge.restart();
        if (random.nextInt(5) == 0) chamber.may("secretary", "room.close", Map.of());
        chamber.may("secretary", "room.open", Map.of("lobby", false, "microphones", "FREE"));
    }

    /** Answers one offer, when there is one. */
    private void connect(String person) {
        var client = chamber.hello(person);
        sockets.put(person, client);
        var n = client.awaitOrEnd("offer");
        n.ifPresent(
                offer -> client.send(Map.of("t", "answer", "n", offer.path("n").asLong(), "sdp", "v=0")));
    }

    private void leave(String person, boolean broken) {
        var client = sockets.remove(person);
        if (client == null) return;
        if (broken) client.cut();
        else client.close();
    }

    private List<String> held() {
        return bridge.endpoints().stream()
                .map(one -> one.permission.toString())
                .sorted()
                .toList();
    }

    private List<String> wanted() {
        var hall = chamber.hall();
        return sockets.entrySet().stream()
                .filter(one -> one.getValue().isOpen())
                .map(one -> new PersonId(one.getKey()))
                .filter(hall.room()::has)
                .map(hall::sendRights)
                .map(may -> new Permission(may.microphone(), may.camera(), may.screen()).toString())
                .sorted()
                .toList();
    }
}

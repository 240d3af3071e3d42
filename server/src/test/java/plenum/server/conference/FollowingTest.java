package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.LineQuality;
import plenum.media.api.Permission;
import plenum.server.kernel.PointId;
import plenum.server.points.LineMeasured;
import plenum.server.points.PointEvent;
import plenum.server.room.RoomEvent;
import plenum.server.testkit.FakeBridge;
import plenum.server.testkit.LiveClient;

/** The bridge does what the hall has decided. */
class FollowingTest {
    private static final Permission MUTED = new Permission(false, true, true);

    private final FakeBridge bridge = new FakeBridge();
    private final Chamber chamber = new Chamber(bridge);

    @AfterEach
    void leave() {
        chamber.close();
    }

    private FakeBridge.Held held(LiveClient client, String person) {
        Chamber.awaitPerson(client, person, true);
        return bridge.endpoints().getLast();
    }

    @Test
    void whoIsMutedIsNotHeardAndIsToldSo() {
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0");
        var mine = held(client, "d0");
        chamber.must("chair", "room.mute", Map.of("personId", "d0", "source", "MICROPHONE", "hold", true));
        bridge.await(() -> mine.permission.equals(MUTED));
        client.await(message -> message.toString()
                .equals("{\"t\":\"permission\",\"microphone\":false,\"camera\":true,\"screen\":true}"));
        chamber.must("chair", "room.unmute", Map.of("personId", "d0", "source", "MICROPHONE"));
        bridge.await(() -> mine.permission.equals(Permission.ALL));
    }

    @Test
    void aMuteThatTheBridgeMissesIsSaidAgain() {
        chamber.room("FREE", "d0");
        var mine = held(chamber.connected("d0"), "d0");
        bridge.failNext(3, BridgeException.Kind.UNAVAILABLE);
        chamber.must("chair", "room.mute", Map.of("personId", "d0", "source", "CAMERA", "hold", false));
        bridge.await(() -> !mine.permission.camera());
    }

    @Test
    void onlyWhoHasTheFloorIsHeardWhenTheFloorDecides() {
        chamber.begin();
        chamber.room("FLOOR", "d0", "d1");
        var first = held(chamber.connected("d0"), "d0");
        var second = held(chamber.connected("d1"), "d1");
        assertThat(List.of(first.permission, second.permission)).containsOnly(MUTED);
        chamber.must("chair", "floor.grant", Map.of("personId", "d0", "seconds", 60));
        bridge.await(() -> first.permission.microphone());
        chamber.must("chair", "floor.grant", Map.of("personId", "d1", "seconds", 60));
        bridge.await(() -> !first.permission.microphone() && second.permission.microphone());
        chamber.must("chair", "floor.end-speech", Map.of());
        bridge.await(() -> !second.permission.microphone());
    }

    @Test
    void anotherPolicyIsFollowedAtOnce() {
        chamber.room("FREE", "d0");
        var mine = held(chamber.connected("d0"), "d0");
        assertThat(mine.permission).isEqualTo(Permission.ALL);
        chamber.must("secretary", "room.change", Map.of("lobby", false, "microphones", "FLOOR"));
        bridge.await(() -> mine.permission.equals(MUTED));
    }

    @Test
    void aModeratorIsAlwaysHeard() {
        chamber.room("FLOOR", "chair");
        assertThat(held(chamber.connected("chair"), "chair").permission).isEqualTo(Permission.ALL);
    }

    @Test
    void whoComesBackMutedIsNotHeard() {
        chamber.room("FREE", "d0");
        chamber.must("chair", "room.mute", Map.of("personId", "d0", "source", "MICROPHONE", "hold", true));
        assertThat(held(chamber.connected("d0"), "d0").permission).isEqualTo(MUTED);
    }

    @Test
    void whoIsRemovedIsOutWithinTwoSeconds() {
        chamber.room("FREE", "d0", "d1");
        var client = chamber.connected("d0");
        held(client, "d0");
        var other = chamber.connected("d1");
        held(other, "d1");
        var began = System.nanoTime();
        chamber.must("chair", "room.remove", Map.of("personId", "d0"));
        bridge.awaitEndpoints(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(client.closeCode()).isEqualTo(4003);
        assertThat(chamber.hello("d0").closeCode()).isEqualTo(4003);
        assertThat(other.isOpen()).isTrue();
    }

    @Test
    void whoIsRemovedWhileTheBridgeIsBusyIsOutAllTheSame() {
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0");
        held(client, "d0");
        bridge.failNext(4, BridgeException.Kind.UNAVAILABLE);
        chamber.must("chair", "room.remove", Map.of("personId", "d0"));
        bridge.awaitEndpoints(0);
        assertThat(client.closeCode()).isEqualTo(4003);
    }

    @Test
    void whoLeavesTheRoomIsOut() {
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0");
        held(client, "d0");
        chamber.must("d0", "room.leave", Map.of());
        bridge.awaitEndpoints(0);
        assertThat(client.closeCode()).isEqualTo(4003);
    }

    @Test
    void aClosedRoomIsAClosedConference() {
        chamber.room("FREE", "d0", "chair");
        var client = chamber.connected("d0");
        held(client, "d0");
        chamber.must("secretary", "room.close", Map.of());
        bridge.awaitConferences(0);
        assertThat(client.closeCode()).isEqualTo(4003);
    }

    @Test
    void howGoodAPointsLineWasIsInTheJournalOnceTheRoomIsClosed() {
        chamber.point("na-sang", "guest");
        chamber.room("FREE", "d0", "guest");
        var other = chamber.connected("d0");
        var others = held(other, "d0");
        var client = chamber.connected("guest");
        var mine = held(client, "guest");
        for (var upLost : List.of(0.01, 0.2)) {
            bridge.emit(new BridgeEvent.Quality(
                    mine.conference, mine.id, new LineQuality(900_000, upLost, 400_000, 0.01, 3_000_000, 45)));
            client.await("line");
        }
        bridge.emit(new BridgeEvent.Quality(others.conference, others.id, new LineQuality(1, 0, 1, 0, 1, 1)));
        other.await("line");
        chamber.must("secretary", "room.close", Map.of());
        chamber.awaitHall(hall -> !measured().isEmpty());
        assertThat(measured())
                .containsExactly(new PointEvent.LinesMeasured(
                        List.of(new LineMeasured(new PointId("na-sang"), 4, 900, 400, 105, 10, 200, 45, 45, 2))));
    }

    private List<PointEvent.LinesMeasured> measured() {
        return chamber.journal.read(Chamber.SESSION, 0, 1000).stream()
                .flatMap(entry ->
                        entry.event() instanceof PointEvent.LinesMeasured one ? Stream.of(one) : Stream.empty())
                .toList();
    }

    @Test
    void aRoomThatIsOpenedAgainIsAnotherConference() {
        chamber.room("FREE", "d0");
        bridge.awaitConferences(1);
        var before = held(chamber.connected("d0"), "d0");
        chamber.must("secretary", "room.close", Map.of());
        chamber.room("FREE", "d0");
        var after = held(chamber.connected("d0"), "d0");
        assertThat(after.conference).isNotEqualTo(before.conference);
        assertThat(after.id).isNotEqualTo(before.id);
        bridge.awaitConferences(1);
    }

    @Test
    void whoStaysAwayIsLostAndWhoIsThereIsNot() {
        chamber.room("FREE", "d0", "d1", "d2");
        var there = chamber.connected("d0");
        var gone = chamber.connected("d1");
        Chamber.awaitPerson(gone, "d1", true);
        gone.cut();
        chamber.timeFlies();
        chamber.awaitHall(hall -> hall.room().people().participants().size() == 1);
        assertThat(chamber.hall().room().people().participants().getFirst().personId())
                .hasToString("d0");
        assertThat(there.isOpen()).isTrue();
        var events = chamber.journal.read(Chamber.SESSION, 0, 1000).stream()
                .map(entry -> entry.event())
                .filter(RoomEvent.Left.class::isInstance)
                .toList();
        assertThat(events)
                .hasSize(2)
                .allSatisfy(event -> assertThat(((RoomEvent.Left) event).lost()).isTrue());
    }

    @Test
    void whoComesBackInTimeIsNotLost() {
        chamber.room("FREE", "d0", "d1");
        var client = chamber.connected("d0");
        Chamber.awaitPerson(client, "d0", true);
        client.cut();
        var again = chamber.hello("d0");
        again.await("welcome");
        chamber.timeFlies();
        chamber.awaitHall(hall -> hall.room().people().participants().size() == 1);
        assertThat(again.isOpen()).isTrue();
    }

    @Test
    void aRestartedServerTakesUpItsRoom() {
        chamber.room("FREE", "d0", "d1");
        var client = chamber.connected("d0");
        held(client, "d0");
        chamber.must("chair", "room.mute", Map.of("personId", "d0", "source", "CAMERA", "hold", false));
        chamber.restart();
        assertThat(client.closeCode()).isEqualTo(1001);
        var again = chamber.connected("d0");
        Chamber.awaitPerson(again, "d0", true);
        bridge.await(() -> bridge.endpoints().stream().anyMatch(one -> !one.permission.camera()));
        chamber.timeFlies();
        chamber.awaitHall(hall -> hall.room().people().participants().size() == 1); // the other one never came back
    }
}

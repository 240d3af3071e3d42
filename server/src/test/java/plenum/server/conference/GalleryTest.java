package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.testkit.FakeBridge;
import plenum.server.testkit.LiveClient;

/** Who may watch a room without being in it, what the room notices of it, and what is seen. */
class GalleryTest {
    private final FakeBridge bridge = new FakeBridge();
    private final Chamber chamber = new Chamber(
            bridge,
            Chamber.QUICK.withWatchers(5),
            (hall, person) -> person.value().equals("guest") ? "huyen-1" : "");

    @AfterEach
    void leave() {
        chamber.close();
    }

    private void broadcast(String... people) {
        chamber.room("FREE", people);
        chamber.must("secretary", "room.start-broadcast", Map.of());
    }

    /** Somebody in the room, with media. */
    private FakeBridge.Held seated(String person) {
        var client = chamber.connected(person);
        Chamber.awaitPerson(client, person, true);
        return bridge.endpoints().getLast();
    }

    /** Somebody who watches, with media. */
    private FakeBridge.Held watcher(String person) {
        Chamber.connect(chamber.watching(person));
        return bridge.endpoints().getLast();
    }

    private static SourceId camera(FakeBridge.Held held) {
        return new SourceId(held.id, SourceKind.CAMERA);
    }

    private void awaitSeen(FakeBridge.Held watcher, SourceId... sources) {
        bridge.await(() -> watcher.constraints.selected().equals(List.of(sources))
                && watcher.constraints.lastN() == sources.length
                && watcher.constraints.defaultHeight() == 0);
    }

    // who may ------------------------------------------------------------------------------------------------------

    @Test
    void whoMaySeeTheSessionWatchesOnlyWhileTheRoomIsBroadcast() {
        chamber.enrol("wall", Role.SCREEN);
        assertThat(chamber.watching("guest").closeCode()).isEqualTo(4003);
        chamber.room("FREE", "d0");
        for (var person : List.of("guest", "d1", "wall", "chair")) {
            assertThat(chamber.watching(person).closeCode()).as(person).isEqualTo(4003);
        }
        chamber.must("secretary", "room.start-broadcast", Map.of());
        for (var person : List.of("guest", "d1", "wall", "chair")) Chamber.connect(chamber.watching(person));
        assertThat(chamber.watching("stranger").closeCode()).isEqualTo(4004);
        assertThat(chamber.watching("nobody").closeCode()).isEqualTo(4001);
    }

    @Test
    void whoWatchesIsOneWhoReceivesOnlyAtTheBridgeOfTheOwnDistrict() {
        broadcast("d0");
        var held = watcher("guest");
        assertThat(held.permission).isEqualTo(Permission.NONE);
        assertThat(held.spec.audioSlots()).isEqualTo(3);
        assertThat(held.spec.region()).isEqualTo("huyen-1");
    }

    @Test
    void theBigScreenWatchesWhatTheDirectorHasOnAir() {
        chamber.enrol("wall", Role.SCREEN);
        chamber.room("FREE", "d0");
        chamber.must("secretary", "stage.layout", Map.of("kind", "STAGE"));
        var wall = chamber.watching("wall");
        Chamber.connect(wall);
        assertThat(chamber.watching("guest").closeCode()).isEqualTo(4003);
        chamber.must("secretary", "stage.free", Map.of());
        assertThat(wall.closeCode()).isEqualTo(4003);
        bridge.awaitEndpoints(0);
    }

    @Test
    void aBroadcastThatStopsEndsForAllAtOnce() {
        broadcast("d0");
        var guest = chamber.watching("guest");
        Chamber.connect(guest);
        chamber.must("chair", "room.stop-broadcast", Map.of());
        assertThat(guest.closeCode()).isEqualTo(4003);
        bridge.awaitEndpoints(0);
    }

    @Test
    void aSittingThatEndsIsBroadcastNoLonger() {
        chamber.begin();
        broadcast("d0");
        var guest = chamber.watching("guest");
        Chamber.connect(guest);
        chamber.must("chair", "sitting.end", Map.of("sittingId", "s"));
        assertThat(guest.closeCode()).isEqualTo(4003);
        bridge.awaitEndpoints(0);
    }

    @Test
    void whomTheRoomHasSentOutWatchesNoMore() {
        broadcast("d0", "d1");
        var outside = chamber.watching("d1");
        Chamber.connect(outside);
        chamber.must("chair", "room.remove", Map.of("personId", "d1"));
        assertThat(outside.closeCode()).isEqualTo(4003);
        assertThat(chamber.watching("d1").closeCode()).isEqualTo(4003);
    }

    @Test
    void whoseSignInsHaveEndedWatchesNoMore() {
        broadcast("d0");
        var guest = chamber.watching("guest");
        Chamber.connect(guest);
        chamber.media().revoke(new PersonId("guest"));
        assertThat(guest.closeCode()).isEqualTo(4001);
        bridge.awaitEndpoints(0);
    }

    // what the room notices ----------------------------------------------------------------------------------------

    @Test
    void nobodyInTheRoomAndNoJournalIsToldOfWhoWatches() {
        broadcast("d0", "d1");
        var inside = chamber.connected("d0");
        Chamber.awaitPerson(inside, "d0", true);
        var before = chamber.hall().seq();
        var guest = chamber.watching("guest");
        Chamber.connect(guest);
        guest.send(Map.of("t", "mine", "microphone", true, "camera", true, "screen", true));
        guest.close();
        bridge.awaitEndpoints(1);
        inside.send(Map.of("t", "mine", "microphone", true, "camera", false, "screen", false));
        Chamber.awaitPerson(inside, "d0", true);
        assertThat(inside.raw()).noneMatch(message -> message.contains("guest"));
        assertThat(chamber.hall().seq()).isEqualTo(before);
        inside.keepAwake(chamber.vertx);
        chamber.timeFlies();
        chamber.awaitHall(hall -> !hall.room().has(new PersonId("d1")));
        assertThat(chamber.hall().seq()).isEqualTo(before + 1);
        assertThat(chamber.hall().room().people().standings()).doesNotContainKey(new PersonId("guest"));
    }

    @Test
    void thereAreSoManyPlacesToWatchAndWhoIsInTheRoomNeedsNone() {
        broadcast("d0");
        chamber.enrol("wall", Role.SCREEN);
        var first = chamber.watching("guest");
        Chamber.connect(first);
        for (var person : List.of("d1", "d2", "d3", "d4")) Chamber.connect(chamber.watching(person));
        assertThat(chamber.watching("wall").closeCode()).isEqualTo(4015);
        Chamber.connect(chamber.hello("d0"));
        first.close();
        bridge.awaitEndpoints(5);
        Chamber.connect(chamber.watching("wall"));
    }

    @Test
    void onePersonWatchesInFourPlacesAtMost() {
        broadcast("d0");
        var first = chamber.watching("guest");
        Chamber.connect(first);
        for (int i = 0; i < 4; i++) Chamber.connect(chamber.watching("guest"));
        assertThat(first.closeCode()).isEqualTo(4013);
        bridge.awaitEndpoints(4);
    }

    // what is seen -------------------------------------------------------------------------------------------------

    @Test
    void theStageIsSeenAndFollowedWhateverTheBrowserAsksFor() {
        broadcast("d0", "d1", "d2");
        var first = seated("d0");
        var second = seated("d1");
        var guest = chamber.watching("guest");
        Chamber.connect(guest);
        var held = bridge.endpoints().getLast();
        awaitSeen(held, camera(first));
        assertThat(held.constraints.height(camera(first))).isEqualTo(720);
        chamber.must("chair", "stage.layout", Map.of("kind", "DIALOGUE", "persons", List.of("d1", "d0")));
        awaitSeen(held, camera(second), camera(first));
        wish(guest, "d2/CAMERA", 360);
        bridge.await(() -> held.constraints.heights().equals(Map.of(camera(second), 360, camera(first), 360)));
        chamber.must("chair", "stage.layout", Map.of("kind", "STAGE", "persons", List.of("d1")));
        awaitSeen(held, camera(second));
        wish(guest, "d2/CAMERA", 0);
        bridge.await(() -> held.constraints.equals(ReceiverConstraints.NOTHING));
    }

    private static void wish(LiveClient client, String picture, int height) {
        client.send(Map.of(
                "t",
                "want",
                "selected",
                List.of(picture),
                "heights",
                Map.of(picture, height),
                "defaultHeight",
                0,
                "lastN",
                -1,
                "downlinkBps",
                0));
    }

    @Test
    void aTourGoesOnByItselfAndASharedScreenComesBeforeTheCamera() {
        broadcast("d0", "d1");
        var one = chamber.connected("d0").keepAwake(chamber.vertx);
        Chamber.awaitPerson(one, "d0", true);
        var first = bridge.endpoints().getLast();
        var second = seated("d1");
        var held = watcher("guest");
        chamber.must("chair", "stage.layout", Map.of("kind", "ROTATION", "persons", List.of("d0", "d1"), "seconds", 5));
        chamber.timeFlies();
        awaitSeen(held, camera(first));
        awaitSeen(held, camera(second));
        awaitSeen(held, camera(first));
        one.send(Map.of("t", "mine", "microphone", false, "camera", true, "screen", true));
        awaitSeen(held, new SourceId(first.id, SourceKind.SCREEN));
    }

    @Test
    void afterTheBridgeHasBegunAnewThereIsANewOffer() {
        broadcast("d0");
        var guest = chamber.watching("guest");
        Chamber.connect(guest);
        bridge.restart();
        assertThat(Chamber.connect(guest).path("n").asInt()).isEqualTo(2);
        bridge.awaitEndpoints(1);
    }
}

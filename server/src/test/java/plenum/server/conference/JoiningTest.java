package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.LineQuality;
import plenum.media.api.Mapping;
import plenum.media.api.Permission;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.testkit.FakeBridge;
import plenum.server.testkit.LiveClient;

/** Who gets to a room's media, and what a browser is told there. */
class JoiningTest {
    private final FakeBridge bridge = new FakeBridge();
    private final Chamber chamber = new Chamber(bridge);

    @AfterEach
    void leave() {
        chamber.close();
    }

    @Test
    void aParticipantGetsAnOfferAndIsConnectedByTheAnswer() {
        chamber.room("FREE", "d0");
        var client = chamber.hello("d0");
        assertThat(client.await("welcome").path("kept").asBoolean()).isFalse();
        var offer = Chamber.connect(client);
        assertThat(offer.path("sdp").asText()).startsWith("v=0 ");
        assertThat(Chamber.awaitPerson(client, "d0", true).path("quality").asInt())
                .isEqualTo(4);
        assertThat(bridge.endpoints()).singleElement().satisfies(one -> {
            assertThat(one.spec.videoSlots()).isEqualTo(9);
            assertThat(one.spec.echo()).isFalse();
            assertThat(one.permission).isEqualTo(Permission.ALL);
        });
    }

    @Test
    void anOfferBringsCredentialsForTurnServersThatTellNothingOfThePerson() {
        chamber.room("FREE", "d0");
        var turn = Chamber.connect(chamber.hello("d0")).path("turn");
        assertThat(turn.path("urls").get(0).asText()).isEqualTo("turn:127.0.0.1:3478?transport=udp");
        assertThat(turn.path("username").asText())
                .endsWith(":" + bridge.endpoints().getFirst().id.value())
                .doesNotContain("d0");
        assertThat(turn.path("credential").asText()).hasSize(28);
    }

    @Test
    void theBridgeLearnsNobodysName() {
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0");
        var held = bridge.endpoints().getFirst();
        assertThat(held.id.value()).doesNotContain("d0").hasSize(16);
        assertThat(held.conference.value()).doesNotContain("session").hasSize(16);
        client.close();
    }

    @Test
    void whoIsNotInTheRoomIsTurnedAway() {
        chamber.room("FREE", "d0");
        assertThat(chamber.hello("d1").closeCode()).isEqualTo(4003);
        assertThat(chamber.hello("stranger").closeCode()).isEqualTo(4004);
        assertThat(chamber.hello("nobody").closeCode()).isEqualTo(4001);
        assertThat(bridge.endpoints()).isEmpty();
    }

    @Test
    void thereAreNoMediaWithoutARoom() {
        assertThat(chamber.hello("secretary").closeCode()).isEqualTo(4003);
    }

    @Test
    void othersSeeWhoComesWhoSwitchesAndWhoGoes() {
        chamber.room("FREE", "d0", "d1");
        var first = chamber.connected("d0");
        var second = chamber.connected("d1");
        assertThat(Chamber.awaitPerson(first, "d1", true).path("microphone").asBoolean())
                .isFalse();
        second.send(Map.of("t", "mine", "microphone", true, "camera", true, "screen", false));
        var person = Chamber.awaitPerson(first, "d1", true);
        assertThat(person.path("microphone").asBoolean()).isTrue();
        assertThat(person.path("camera").asBoolean()).isTrue();
        assertThat(person.path("screen").asBoolean()).isFalse();
        second.close();
        var gone = first.await(message ->
                message.path("gone").size() == 1 && message.path("t").asText().equals("people"));
        assertThat(gone.path("gone").get(0).asText()).isEqualTo("d1");
        assertThat(bridge.awaitEndpoints(1)).hasSize(1);
    }

    @Test
    void whatTheSlotsCarryIsToldByPerson() {
        chamber.room("FREE", "d0", "d1");
        var first = chamber.connected("d0");
        Chamber.awaitPerson(first, "d0", true);
        var mine = bridge.endpoints().getFirst();
        var second = chamber.connected("d1");
        Chamber.awaitPerson(first, "d1", true);
        var other = bridge.endpoints().stream()
                .filter(one -> one != mine)
                .findFirst()
                .orElseThrow();
        bridge.emit(new BridgeEvent.SourcesMapped(
                mine.conference,
                mine.id,
                List.of(
                        new Mapping("v0", Optional.of(new SourceId(other.id, SourceKind.CAMERA))),
                        new Mapping("a0", Optional.empty()))));
        assertThat(first.await("slots").path("slots").toString())
                .isEqualTo("[{\"mid\":\"v0\",\"source\":\"d1/CAMERA\"},{\"mid\":\"a0\",\"source\":null}]");
        bridge.emit(new BridgeEvent.DominantSpeaker(mine.conference, Optional.of(other.id)));
        assertThat(first.await("speaker").toString()).isEqualTo("{\"t\":\"speaker\",\"personId\":\"d1\"}");
        bridge.emit(new BridgeEvent.DominantSpeaker(mine.conference, Optional.empty()));
        assertThat(first.await("speaker").toString()).isEqualTo("{\"t\":\"speaker\",\"personId\":null}");
        bridge.emit(new BridgeEvent.AudioLevels(mine.conference, Map.of(other.id, 37)));
        assertThat(first.await("levels").path("levels").toString()).isEqualTo("{\"d1\":37}");
        bridge.emit(new BridgeEvent.SenderConstraints(mine.conference, new SourceId(mine.id, SourceKind.CAMERA), 180));
        assertThat(first.await("sender").toString())
                .isEqualTo("{\"t\":\"sender\",\"source\":\"CAMERA\",\"maxHeight\":180}");
        second.close();
    }

    @Test
    void aBadLineIsSeenByAllAndItsFiguresByOneself() {
        chamber.room("FREE", "d0", "d1");
        var first = chamber.connected("d0");
        Chamber.awaitPerson(first, "d0", true);
        var mine = bridge.endpoints().getFirst();
        var second = chamber.connected("d1");
        bridge.emit(new BridgeEvent.Quality(
                mine.conference, mine.id, new LineQuality(900_000, 0.2, 2_000_000, 0.01, 3_000_000, 45)));
        var line = first.await("line");
        assertThat(line.path("upLost").asDouble()).isEqualTo(0.2);
        assertThat(line.path("downEstimateBps").asLong()).isEqualTo(3_000_000);
        assertThat(line.path("roundTripMs").asInt()).isEqualTo(45);
        var seen = second.await(message ->
                message.path("people").findValues("quality").stream().anyMatch(quality -> quality.asInt() == 1));
        assertThat(seen.path("t").asText()).isEqualTo("people");
        assertThat(second.raw()).noneMatch(text -> text.startsWith("{\"t\":\"line\""));
    }

    @Test
    void whatIsWantedIsPassedOnInTheBridgesWordsAlsoOfWhoComesLater() {
        chamber.room("FREE", "d0", "d1");
        var first = chamber.connected("d0");
        var mine = bridge.awaitEndpoints(1).getFirst();
        first.send(Map.of(
                "t",
                "want",
                "selected",
                List.of("d1/SCREEN", "d9/CAMERA"),
                "heights",
                Map.of("d1/SCREEN", 1080),
                "defaultHeight",
                180,
                "lastN",
                -1,
                "downlinkBps",
                5_000_000_000L));
        bridge.await(() -> mine.constraints.defaultHeight() == 180);
        assertThat(mine.constraints.selected()).isEmpty();
        assertThat(mine.constraints.downlinkBps()).isEqualTo(5_000_000_000L);
        var second = chamber.connected("d1");
        bridge.await(() -> !mine.constraints.selected().isEmpty());
        var other = bridge.endpoints().stream()
                .filter(one -> one != mine)
                .findFirst()
                .orElseThrow();
        var screen = new SourceId(other.id, SourceKind.SCREEN);
        assertThat(mine.constraints.selected()).containsExactly(screen);
        assertThat(mine.constraints.heights()).containsExactly(Map.entry(screen, 1080));
        second.close();
    }

    @Test
    void wishesThatComeTooFastAreMergedAndTheLastOneCounts() {
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0");
        var mine = bridge.awaitEndpoints(1).getFirst();
        for (var height = 1; height <= 100; height++) {
            client.send(Map.of(
                    "t",
                    "want",
                    "selected",
                    List.of(),
                    "heights",
                    Map.of(),
                    "defaultHeight",
                    height,
                    "lastN",
                    -1,
                    "downlinkBps",
                    0));
        }
        bridge.await(() -> mine.constraints.defaultHeight() == 100);
        assertThat(mine.constrained).isLessThan(50);
    }

    @Test
    void anAnswerToAnOlderOfferIsIgnoredAndRenewBringsANewerOne() {
        chamber.room("FREE", "d0");
        var client = chamber.hello("d0");
        var first = client.await("offer");
        client.send(Map.of("t", "renew"));
        var second = client.await("offer");
        assertThat(second.path("n").asLong()).isGreaterThan(first.path("n").asLong());
        client.send(Map.of("t", "answer", "n", first.path("n").asLong(), "sdp", "nonsense"));
        client.send(Map.of("t", "answer", "n", second.path("n").asLong(), "sdp", "v=0"));
        Chamber.awaitPerson(client, "d0", true);
    }

    @Test
    void anAnswerThatTheBridgeDoesNotUnderstandEndsTheSocket() {
        chamber.room("FREE", "d0");
        var client = chamber.hello("d0");
        var offer = client.await("offer");
        client.send(Map.of("t", "answer", "n", offer.path("n").asLong(), "sdp", "nonsense"));
        assertThat(client.closeCode()).isEqualTo(4000);
        assertThat(bridge.awaitEndpoints(0)).isEmpty();
    }

    @Test
    void anotherDeviceOfThePersonTakesThePlace() {
        chamber.room("FREE", "d0");
        var old = chamber.connected("d0");
        Chamber.awaitPerson(old, "d0", true);
        var before = bridge.endpoints().getFirst();
        var other = chamber.hello("d0");
        assertThat(old.closeCode()).isEqualTo(4013);
        assertThat(other.await("welcome").path("kept").asBoolean()).isFalse();
        Chamber.connect(other);
        Chamber.awaitPerson(other, "d0", true);
        assertThat(bridge.endpoints()).singleElement().isNotSameAs(before);
    }

    @Test
    void aSocketThatBreaksKeepsItsEndpointForAWhile() {
        chamber.room("FREE", "d0", "d1");
        var client = chamber.connected("d0");
        Chamber.awaitPerson(client, "d0", true);
        var before = bridge.endpoints().getFirst();
        client.cut();
        var again = chamber.hello("d0");
        assertThat(again.await("welcome").path("kept").asBoolean()).isTrue();
        assertThat(Chamber.awaitPerson(again, "d0", true)).isNotNull();
        assertThat(bridge.endpoints()).singleElement().isSameAs(before);
        again.send(Map.of("t", "renew"));
        Chamber.connect(again);
        bridge.await(() -> bridge.endpoints().getFirst() != before);
    }

    @Test
    void aSocketThatStaysBrokenLosesItsEndpoint() {
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0");
        Chamber.awaitPerson(client, "d0", true);
        client.cut();
        chamber.timeFlies();
        assertThat(bridge.awaitEndpoints(0)).isEmpty();
        assertThat(chamber.hello("d0").await("welcome").path("kept").asBoolean())
                .isFalse();
    }

    @Test
    void whoLeavesByChoiceKeepsNothing() {
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0");
        Chamber.awaitPerson(client, "d0", true);
        client.close();
        assertThat(bridge.awaitEndpoints(0)).isEmpty();
    }

    @Test
    void beforeJoiningOneTriesOnesOwnMediaInAConferenceOfItsOwn() {
        var client = chamber.hello("d0", true);
        Chamber.connect(client);
        Chamber.awaitPerson(client, "d0", true);
        assertThat(bridge.endpoints()).singleElement().satisfies(one -> {
            assertThat(one.spec.echo()).isTrue();
            assertThat(one.permission).isEqualTo(Permission.ALL);
        });
        var other = chamber.hello("guest", true);
        Chamber.connect(other);
        bridge.awaitConferences(2);
        client.cut();
        other.close();
        bridge.awaitConferences(0);
        assertThat(chamber.hello("stranger", true).closeCode()).isEqualTo(4004);
    }

    @Test
    void anOfferThatFailsIsTriedAgain() {
        chamber.room("FREE", "d0");
        bridge.awaitConferences(1);
        bridge.failNext(2, BridgeException.Kind.UNAVAILABLE);
        var client = chamber.connected("d0");
        Chamber.awaitPerson(client, "d0", true);
    }

    @Test
    void aBridgeThatIsFullIsToldToTheBrowser() {
        chamber.room("FREE", "d0");
        bridge.awaitConferences(1);
        bridge.failNext(100, BridgeException.Kind.UNAVAILABLE);
        assertThat(chamber.hello("d0").closeCode()).isEqualTo(4014);
    }

    @Test
    void anEndpointThatExpiresGetsANewOffer() {
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0");
        Chamber.awaitPerson(client, "d0", true);
        var mine = bridge.endpoints().getFirst();
        bridge.emit(new BridgeEvent.Expired(mine.conference, mine.id));
        Chamber.connect(client);
        Chamber.awaitPerson(client, "d0", true);
    }

    @Test
    void aRestartedBridgeGetsEveryoneBackByItself() {
        chamber.room("FREE", "d0", "d1");
        var first = chamber.connected("d0");
        var second = chamber.connected("d1");
        Chamber.awaitPerson(first, "d1", true);
        bridge.restart();
        assertThat(first.await("media").path("state").asText()).isEqualTo("LOST");
        assertThat(first.await("media").path("state").asText()).isEqualTo("READY");
        Chamber.connect(first);
        Chamber.connect(second);
        Chamber.awaitPerson(first, "d1", true);
        assertThat(bridge.awaitEndpoints(2)).hasSize(2);
    }

    @Test
    void whoseSignInEndsGetsNoPacketMore() {
        chamber.room("FREE", "d0", "d1");
        var client = chamber.connected("d0");
        var other = chamber.connected("d1");
        Chamber.awaitPerson(other, "d1", true); // the list that it came in with may have d0 already
        var began = System.nanoTime();
        chamber.media().revoke(new PersonId("d0"));
        assertThat(bridge.awaitEndpoints(1)).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(client.closeCode()).isEqualTo(4001);
        assertThat(other.isOpen()).isTrue();
    }

    @Test
    void whoseSignInEndsWhileTheSocketIsBrokenGetsNoPacketMore() {
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0");
        Chamber.awaitPerson(client, "d0", true);
        client.cut();
        chamber.media().revoke(new PersonId("d0"));
        assertThat(bridge.awaitEndpoints(0)).isEmpty();
    }

    @Test
    void anExpiredTokenEndsTheMedia() {
        chamber.token("short", "d0", Duration.ofMillis(600), Role.DELEGATE);
        chamber.room("FREE", "d0");
        var client = chamber.hello("short");
        Chamber.connect(client);
        assertThat(client.closeCode()).isEqualTo(4001);
        assertThat(bridge.awaitEndpoints(0)).isEmpty();
    }

    @Test
    void aNewTokenInTimeKeepsTheMedia() {
        chamber.token("short", "d0", Duration.ofMillis(600), Role.DELEGATE);
        chamber.token("longer", "d0", Duration.ofMillis(1500), Role.DELEGATE);
        chamber.room("FREE", "d0");
        var client = chamber.hello("short");
        var began = System.nanoTime();
        client.await("offer");
        client.send(Map.of("t", "token", "token", "longer"));
        assertThat(client.closeCode()).isEqualTo(4001);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void whoHasNoRoleInTheBodyAnyMoreIsOutAtRenewal() {
        chamber.token("lesser", "d0", Duration.ofHours(1));
        chamber.room("FREE", "d0");
        var client = chamber.connected("d0").send(Map.of("t", "token", "token", "lesser"));
        assertThat(client.closeCode()).isEqualTo(4003);
        assertThat(bridge.awaitEndpoints(0)).isEmpty();
    }

    @Test
    void pingsAreAnsweredWithTheServersClock() {
        chamber.room("FREE", "d0");
        LiveClient client = chamber.hello("d0");
        client.await("welcome");
        var pong = client.send(Map.of("t", "ping", "n", 7)).await("pong");
        assertThat(pong.path("n").asInt()).isEqualTo(7);
        assertThat(pong.path("now").asLong()).isPositive();
    }
}

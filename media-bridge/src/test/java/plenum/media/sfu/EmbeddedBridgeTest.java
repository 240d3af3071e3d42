package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plenum.media.api.SourceKind.CAMERA;
import static plenum.media.api.SourceKind.MICROPHONE;
import static plenum.media.sfu.TestBridge.CONFERENCE;
import static plenum.media.sfu.TestBridge.done;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Mapping;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;

/** Who hears and sees whom. */
class EmbeddedBridgeTest {
    private final TestBridge bridge = new TestBridge();

    @AfterEach
    void close() {
        bridge.close();
    }

    @Test
    void aVoiceIsHeardByAllOthersAndNotByWhoSpeaks() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        var chi = bridge.join("chi");
        an.speak(1, 80);
        assertThat(binh.next("a0").audioLevel()).isEqualTo(20);
        assertThat(chi.next("a0").payloadLength()).isEqualTo(80);
        assertThat(an.count("a0")).isZero();
        mapped("binh", "a0", an.source(MICROPHONE));
    }

    private void mapped(String receiver, String mid, SourceId source) throws InterruptedException {
        var slot = new Mapping(mid, Optional.of(source));
        var mapped = bridge.next(
                BridgeEvent.SourcesMapped.class,
                event -> event.endpoint().value().equals(receiver)
                        && event.slots().contains(slot));
        assertThat(mapped.slots()).hasSize(8);
    }

    @Test
    void aVoiceGoesOnInTheSameSlotWithItsNumbersUnbroken() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.speak(1, 80);
        int sequence = binh.next("a0").sequence();
        for (int i = 1; i < 20; i++) {
            assertThat(binh.next("a0").sequence()).isEqualTo(sequence + i);
        }
    }

    @Test
    void whoMainlySpeaksIsTold() throws InterruptedException {
        var an = bridge.join("an");
        bridge.join("binh");
        an.speak(1, 80);
        bridge.next(BridgeEvent.SourceActive.class, event -> event.source().equals(an.source(MICROPHONE)));
        bridge.next(BridgeEvent.AudioLevels.class, event -> event.levels().containsKey(an.id()));
        bridge.next(BridgeEvent.DominantSpeaker.class, event -> event.endpoint().equals(Optional.of(an.id())));
    }

    @Test
    void whoMayNotSpeakIsNotHeardFromThatMomentOn() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.speak(1, 80);
        binh.next("a0");
        bridge.permit(an, new Permission(false, true, true));
        bridge.next(
                BridgeEvent.SourceActive.class,
                event -> event.source().equals(an.source(MICROPHONE)) && !event.active());
        var chi = bridge.join("chi");
        chi.speak(2, 60);
        binh.received().nextRtp(packet -> packet.payloadLength() == 60);
        for (int i = 0; i < 30; i++) {
            assertThat(binh.received()
                            .nextRtp(packet -> packet.payloadLength() > 0)
                            .payloadLength())
                    .isEqualTo(60);
        }
        bridge.permit(an, Permission.ALL);
        binh.received().nextRtp(packet -> packet.payloadLength() == 80);
    }

    @Test
    void aPictureIsSentToWhoWantsItFromAKeyFrameOn() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.film(10, "q", 180);
        bridge.want(binh, 180);
        var first = binh.next("v0");
        assertThat(Vp8Frame.key(first.buffer(), first.payloadOffset())).isTrue();
        int sequence = first.sequence();
        assertThat(binh.next("v0").sequence()).isEqualTo(sequence + 1);
        mapped("binh", "v0", an.source(CAMERA));
    }

    @Test
    void theTallestLayerThatIsWantedIsSent() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.film(10, "q", 180);
        an.film(11, "h", 360);
        bridge.want(binh, 180);
        assertThat(height(binh, 180)).isEqualTo(180);
        bridge.want(binh, 360);
        assertThat(height(binh, 360)).isEqualTo(360);
        bridge.want(binh, 180);
        assertThat(height(binh, 180)).isEqualTo(180);
    }

    /** Of the next key frame with that height. */
    private static int height(Participant viewer, int expected) throws InterruptedException {
        var packet = viewer.next(
                "v0",
                candidate -> Vp8Frame.key(candidate.buffer(), candidate.payloadOffset())
                        && Vp8Frame.height(candidate.buffer(), candidate.payloadOffset()) == expected);
        return Vp8Frame.height(packet.buffer(), packet.payloadOffset());
    }

    @Test
    void noMorePicturesAreSentThanWanted() throws InterruptedException {
        var viewer = bridge.join("viewer");
        bridge.want(viewer, new ReceiverConstraints(List.of(), Map.of(), 180, 1, 0));
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.film(10, "q", 180);
        viewer.next("v0");
        binh.film(20, "q", 180);
        bridge.next(BridgeEvent.SourceActive.class, event -> event.source().equals(binh.source(CAMERA)));
        bridge.want(viewer, new ReceiverConstraints(List.of(binh.source(CAMERA)), Map.of(), 180, 1, 0));
        var mapped = bridge.next(
                BridgeEvent.SourcesMapped.class,
                event -> event.slots().stream()
                        .anyMatch(slot -> slot.source().equals(Optional.of(binh.source(CAMERA)))));
        assertThat(mapped.slots().stream().filter(slot -> slot.source().isPresent()))
                .hasSize(1);
    }

    @Test
    void whatNobodyWantsItsSenderMayPause() throws InterruptedException {
        var an = bridge.join("an");
        an.film(10, "q", 180);
        var told = bridge.next(BridgeEvent.SenderConstraints.class, event -> true);
        assertThat(told.source()).isEqualTo(an.source(CAMERA));
        assertThat(told.maxHeight()).isZero();
        var binh = bridge.join("binh");
        bridge.want(binh, 360);
        assertThat(bridge.next(BridgeEvent.SenderConstraints.class, event -> true)
                        .maxHeight())
                .isEqualTo(360);
    }

    @Test
    void whoIsClosedGetsAGoodByeAndNoPacketMore() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.speak(1, 80);
        binh.next("a0");
        bridge.close(binh);
        binh.peer().awaitEnd();
        int then = binh.count("a0");
        var chi = bridge.join("chi");
        chi.next("a0");
        chi.next("a0");
        assertThat(binh.count("a0")).isEqualTo(then);
    }

    @Test
    void anEndpointOpenedAgainTakesThePlaceOfTheOld() throws InterruptedException {
        var an = bridge.join("an");
        var before = bridge.join("binh");
        var after = bridge.join("binh");
        before.peer().awaitEnd();
        an.speak(1, 80);
        assertThat(after.next("a0").payloadLength()).isEqualTo(80);
        assertThat(done(bridge.bridge().stats()).endpoints()).isEqualTo(2);
    }

    @Test
    void whoNeverConnectsExpires() throws InterruptedException {
        try (var hasty = new TestBridge(Duration.ofMillis(200))) {
            var offer = done(hasty.bridge()
                    .openEndpoint(CONFERENCE, new EndpointId("an"), new EndpointSpec(1, 1, Permission.ALL, false)));
            assertThat(offer.sdp()).startsWith("v=0");
            var expired = hasty.next(BridgeEvent.Expired.class, event -> true);
            assertThat(expired.endpoint()).isEqualTo(new EndpointId("an"));
            assertThat(done(hasty.bridge().stats()).endpoints()).isZero();
        }
    }

    @Test
    void whoHangsUpIsDisconnectedAndExpires() throws InterruptedException {
        try (var hasty = new TestBridge(Duration.ofSeconds(3))) {
            var an = hasty.join("an");
            hasty.next(BridgeEvent.Connected.class, event -> true);
            an.close();
            hasty.next(BridgeEvent.Disconnected.class, event -> true);
            hasty.next(BridgeEvent.Expired.class, event -> true);
        }
    }

    @Test
    void whatIsUnknownOrMalformedIsRefusedInAWord() {
        bridge.join("an");
        var an = new EndpointId("an");
        refused(BridgeException.Kind.MALFORMED, () -> done(bridge.bridge().answer(CONFERENCE, an, "v=0")));
        refused(
                BridgeException.Kind.UNKNOWN,
                () -> done(bridge.bridge().permit(CONFERENCE, new EndpointId("nobody"), Permission.ALL)));
        refused(
                BridgeException.Kind.UNKNOWN,
                () -> done(bridge.bridge().permit(new ConferenceId("nowhere"), an, Permission.ALL)));
    }

    private static void refused(BridgeException.Kind kind, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    @Test
    void whoIsAloneHearsAndSeesItselfInTheSelfTest() throws InterruptedException {
        var an = bridge.join("an", new EndpointSpec(1, 1, Permission.ALL, true));
        an.speak(1, 80);
        an.film(10, "q", 180);
        bridge.want(an, 180);
        assertThat(an.next("a0").payloadLength()).isEqualTo(80);
        assertThat(an.next("v0").payloadLength()).isEqualTo(200);
    }
}

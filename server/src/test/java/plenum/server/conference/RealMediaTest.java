package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.media.net.NettyTransport;
import plenum.media.peer.MediaPeer;
import plenum.media.peer.MediaPeers;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;
import plenum.media.sfu.BridgeSettings;
import plenum.media.sfu.EmbeddedBridge;
import plenum.media.testkit.Broadcaster;
import plenum.server.kernel.PersonId;
import plenum.server.testkit.LiveClient;

/** With the real bridge and real packets: one speaks, another hears, until the hall says otherwise. */
class RealMediaTest {
    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final Map<String, List<String>> SENDING = Map.of("0", List.of(), "1", List.of("q", "h", "f"));

    private final Chamber chamber = new Chamber(
            EmbeddedBridge.start(BridgeSettings.on(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()))));
    private final MediaPeers peers = new MediaPeers();
    private final Broadcaster speaker = new Broadcaster();
    private final Ear ear = new Ear();
    private LiveClient listening;

    @BeforeEach
    void onePersonHearsAnother() {
        chamber.room("FREE", "d0", "d1");
        var speaking = chamber.hello("d0");
        speaker.begin(connected(speaking, SENDING, speaker));
        listening = chamber.hello("d1");
        var unused = connected(listening, Map.of(), ear);
        ear.awaitPackets(50);
    }

    private MediaPeer connected(LiveClient client, Map<String, List<String>> sending, MediaPeer.Listener listener) {
        var offer = client.await("offer");
        var peer = peers.answer(offer.path("sdp").asText(), sending, listener);
        client.send(Map.of("t", "answer", "n", offer.path("n").asLong(), "sdp", peer.answer()));
        return peer.connectNow();
    }

    @AfterEach
    void leave() {
        speaker.close();
        peers.close();
        chamber.close();
    }

    /** Hears packets and remembers when. */
    private static final class Ear implements MediaPeer.Listener {
        private final Set<Integer> voices = new HashSet<>(); // SSRCs
        private final RtpPacket packet = new RtpPacket();
        private long packets;
        private long lastNs = System.nanoTime();

        @Override
        public synchronized void rtp(byte[] data, int offset, int length, long nowNs) {
            packets++;
            if (packet.parse(data, offset, length) && packet.payloadType() == Codec.OPUS.payloadType()) {
                voices.add(packet.ssrc());
            }
            lastNs = System.nanoTime();
            notifyAll();
        }

        @Override
        public void rtcp(byte[] data, int offset, int length, long nowNs) {}

        /** How many different ones came. */
        synchronized int voices() {
            return voices.size();
        }

        /** So many more than now. */
        synchronized void awaitPackets(int more) {
            var wanted = packets + more;
            waiting(() -> packets >= wanted);
        }

        /** Waits for a second without packets; how long after the given moment the last one came. */
        synchronized Duration silentSince(long startNs) {
            waiting(() -> System.nanoTime() - lastNs > TimeUnit.SECONDS.toNanos(1));
            return Duration.ofNanos(Math.max(0, lastNs - startNs));
        }

        private void waiting(BooleanSupplier fact) {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!fact.getAsBoolean()) {
                if (System.nanoTime() > deadline) throw new AssertionError("in vain, packets: " + packets);
                try {
                    wait(50);
                } catch (InterruptedException stopped) {
                    throw new AssertionError(stopped);
                }
            }
        }
    }

    @Test
    void whoseAccountIsDisabledHearsNothingMoreWithinTwoSeconds() {
        var now = System.nanoTime();
        chamber.media().revoke(new PersonId("d1"));
        assertThat(ear.silentSince(now)).isLessThan(AT_MOST);
        assertThat(listening.closeCode()).isEqualTo(4001);
    }

    @Test
    void whoIsSentOutHearsNothingMoreWithinTwoSeconds() {
        var now = System.nanoTime();
        chamber.must("chair", "room.remove", Map.of("personId", "d1"));
        assertThat(ear.silentSince(now)).isLessThan(AT_MOST);
        assertThat(listening.closeCode()).isEqualTo(4003);
    }

    @Test
    void aClosedRoomIsSilentWithinTwoSeconds() {
        var now = System.nanoTime();
        chamber.must("secretary", "room.close", Map.of());
        assertThat(ear.silentSince(now)).isLessThan(AT_MOST);
    }

    @Test
    void whoIsMutedIsHeardAgainOnlyWhenAllowed() {
        var now = System.nanoTime();
        chamber.must("chair", "room.mute", Map.of("personId", "d0", "source", "MICROPHONE", "hold", true));
        assertThat(ear.silentSince(now)).isLessThan(AT_MOST);
        chamber.must("chair", "room.unmute", Map.of("personId", "d0", "source", "MICROPHONE"));
        ear.awaitPackets(50);
    }

    @Test
    void whatIsWantedIsShownAndToldByName() {
        listening.send(Map.of(
                "t",
                "want",
                "selected",
                List.of("d0/CAMERA"),
                "heights",
                Map.of("d0/CAMERA", 720),
                "defaultHeight",
                0,
                "lastN",
                -1,
                "downlinkBps",
                0));
        var slots = new ArrayList<JsonNode>();
        var unused = listening.await(message -> {
            if (!message.path("t").asText().equals("slots")) return false;
            slots.clear();
            message.path("slots").forEach(slots::add);
            return sources(slots).contains("d0/CAMERA");
        });
        assertThat(sources(slots)).contains("d0/MICROPHONE");
    }

    private static List<String> sources(List<JsonNode> slots) {
        return slots.stream().map(slot -> slot.path("source").asText()).toList();
    }

    @Test
    void whoWatchesHearsAndSeesTheStageAndNothingThatIsSentFromThereIsHeard() {
        chamber.must("secretary", "room.start-broadcast", Map.of());
        chamber.must("secretary", "stage.layout", Map.of("kind", "STAGE", "persons", List.of("d0")));
        try (var intruder = new Broadcaster()) {
            var watching = chamber.watching("guest");
            var seen = new Ear();
            intruder.begin(connected(watching, SENDING, both(intruder, seen)));
            var unused = watching.await(message -> message.path("t").asText().equals("slots")
                    && message.toString().contains("d0/CAMERA")
                    && message.toString().contains("d0/MICROPHONE"));
            seen.awaitPackets(100);
            assertThat(ear.voices()).isEqualTo(1);
            var now = System.nanoTime();
            chamber.must("secretary", "room.stop-broadcast", Map.of());
            assertThat(seen.silentSince(now)).isLessThan(AT_MOST);
            assertThat(watching.closeCode()).isEqualTo(4003);
        }
        ear.awaitPackets(50);
    }

    private static MediaPeer.Listener both(MediaPeer.Listener one, MediaPeer.Listener other) {
        return new MediaPeer.Listener() {
            @Override
            public void rtp(byte[] data, int offset, int length, long nowNs) {
                one.rtp(data, offset, length, nowNs);
                other.rtp(data, offset, length, nowNs);
            }

            @Override
            public void rtcp(byte[] data, int offset, int length, long nowNs) {
                one.rtcp(data, offset, length, nowNs);
            }
        };
    }

    @Test
    void whoSpeaksIsSeenByTheOthersLevelAndName() {
        var levels = listening.await("levels");
        assertThat(levels.path("levels").path("d0").asInt()).isBetween(10, 40);
    }

    @Test
    void aBrokenSocketDoesNotInterruptTheMedia() {
        listening.cut();
        assertThat(chamber.hello("d1").await("welcome").path("kept").asBoolean())
                .isTrue();
        ear.awaitPackets(100);
    }
}

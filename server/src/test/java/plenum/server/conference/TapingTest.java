package plenum.server.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.media.net.NettyTransport;
import plenum.media.peer.MediaPeers;
import plenum.media.record.Take;
import plenum.media.record.Tape;
import plenum.media.record.TapeReader;
import plenum.media.sfu.BridgeSettings;
import plenum.media.sfu.EmbeddedBridge;
import plenum.media.testkit.Broadcaster;
import plenum.server.kernel.RecordingId;
import plenum.server.kernel.SessionId;

/** With the real bridge and real packets: what the hall says is recorded is on the tape, and nothing else. */
class TapingTest {
    private static final Map<String, List<String>> SENDING = Map.of("0", List.of(), "1", List.of("q", "h", "f"));

    @TempDir
    private Path directory;

    private final MediaPeers peers = new MediaPeers();
    private final BlockingQueue<RecordingId> ended = new LinkedBlockingQueue<>();
    private final Chamber chamber = new Chamber(
            EmbeddedBridge.start(BridgeSettings.on(NettyTransport.Settings.on(InetAddress.getLoopbackAddress()))),
            Chamber.QUICK,
            Optional.of(new Shelf()));
    private Broadcaster speaker = new Broadcaster();

    private final class Shelf implements Tapes {
        @Override
        public Tape open(SessionId session, RecordingId recording) throws IOException {
            return Tape.open(tape());
        }

        @Override
        public Take take(Tape tape, String offer) {
            return tape.take(peers, offer, InstantSource.system());
        }

        @Override
        public void ended(SessionId session, RecordingId recording) {
            ended.add(recording);
        }
    }

    private Path tape() {
        return directory.resolve("one.webm");
    }

    @BeforeEach
    void oneSpeaks() {
        chamber.room("FREE", "d0", "d1");
        speak();
    }

    private void speak() {
        var speaking = chamber.hello("d0");
        var offer = speaking.await("offer");
        var peer = peers.answer(offer.path("sdp").asText(), SENDING, speaker);
        speaking.send(Map.of("t", "answer", "n", offer.path("n").asLong(), "sdp", peer.answer()));
        speaker.begin(peer.connectNow());
    }

    @AfterEach
    void leave() {
        speaker.close();
        peers.close();
        chamber.close();
    }

    private void await(Predicate<TapeReader> state) throws Exception {
        for (int i = 0; i < 1_200; i++) {
            if (Files.exists(tape()) && state.test(TapeReader.of(tape()))) return;
            Thread.sleep(50); // between two looks at a file that another thread writes
        }
        throw new AssertionError("the tape does not come so far");
    }

    /** Packets of the speaker on the track that every player plays. */
    private static long said(TapeReader tape) {
        return tape.blocks(2).stream()
                .filter(block -> block.data().length == 80)
                .count();
    }

    private void awaitEnd() throws Exception {
        assertThat(ended.poll(60, TimeUnit.SECONDS)).isEqualTo(new RecordingId("r1"));
    }

    @Test
    void theStageAndTheVoicesAreRecordedFromTheStartToTheStopButForPauses() throws Exception {
        chamber.must("secretary", "room.stage", Map.of("personId", "d0"));
        chamber.must("secretary", "recording.start", Map.of("recordingId", "r1"));
        await(now -> said(now) >= 50 && now.blocks(1).size() >= 20);
        chamber.must("secretary", "recording.pause", Map.of());
        chamber.must("secretary", "recording.start", Map.of("recordingId", "another"));
        var paused = said(TapeReader.of(tape()));
        await(now -> said(now) >= paused + 100);
        chamber.must("secretary", "recording.stop", Map.of());
        awaitEnd();
        var content = Tape.finish(tape());
        var read = TapeReader.of(tape());
        assertThat(content.stretches()).hasSize(2);
        assertThat(read.evenlyTo(2)).isEqualTo(content.durationMs());
        assertThat(read.blocks(1).getFirst().key()).isTrue();
    }

    @Test
    void aRecordingEndsWithItsRoom() throws Exception {
        chamber.must("secretary", "recording.start", Map.of("recordingId", "r1"));
        await(now -> said(now) >= 50);
        chamber.must("secretary", "room.close", Map.of());
        awaitEnd();
        assertThat(Tape.finish(tape()).durationMs()).isPositive();
    }

    @Test
    void aServerThatBeginsAnewGoesOnOnTheSameTape() throws Exception {
        chamber.must("secretary", "recording.start", Map.of("recordingId", "r1"));
        await(now -> said(now) >= 50);
        chamber.restart();
        speaker.close();
        speaker = new Broadcaster();
        speak();
        var before = said(TapeReader.of(tape()));
        assertThat(before).isGreaterThanOrEqualTo(50);
        await(now -> said(now) >= before + 50);
        chamber.must("secretary", "recording.stop", Map.of());
        awaitEnd();
        assertThat(Tape.finish(tape()).stretches()).hasSize(2);
    }
}

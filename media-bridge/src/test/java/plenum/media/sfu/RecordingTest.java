package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.sfu.TestBridge.CONFERENCE;
import static plenum.media.sfu.TestBridge.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.peer.MediaPeers;
import plenum.media.record.Take;
import plenum.media.record.Tape;
import plenum.media.record.TapeReader;

/** A conference of a real bridge goes on tape over real sockets. */
class RecordingTest {
    private static final EndpointId RECORDER = new EndpointId("tape");

    @TempDir
    Path directory;

    private final TestBridge room = new TestBridge();
    private final MediaPeers peers = new MediaPeers();
    private Path path;

    @BeforeEach
    void place() {
        path = directory.resolve("one.webm");
    }

    @AfterEach
    void end() {
        peers.close();
        room.close();
    }

    private Take take(Tape tape) {
        var spec = new EndpointSpec(4, 1, Permission.NONE, false);
        var offer = done(room.bridge().openEndpoint(CONFERENCE, RECORDER, spec));
        var take = tape.take(peers, offer.sdp(), InstantSource.system());
        done(room.bridge().answer(CONFERENCE, RECORDER, take.answer()));
        done(room.bridge().constrain(CONFERENCE, RECORDER, new ReceiverConstraints(List.of(), Map.of(), 720, 1, 0)));
        take.begin();
        return take;
    }

    private void await(Predicate<TapeReader> state) throws Exception {
        for (int i = 0; i < 600; i++) {
            var now = TapeReader.of(path);
            if (state.test(now)) {
                return;
            }
            Thread.sleep(50); // between two looks at a file that another thread writes
        }
        throw new AssertionError("the tape does not come so far: "
                + TapeReader.of(path).blocks(1).size() + " frames, "
                + TapeReader.of(path).blocks(2).size() + " voice packets");
    }

    private static List<Integer> frames(TapeReader tape) {
        return tape.blocks(1).stream()
                .map(block -> Vp8Frame.number(block.data()))
                .toList();
    }

    @Test
    void pictureAndVoicesAreOnTapeAsTheyWereSent() throws Exception {
        var speaker = room.join("speaker");
        speaker.film(1_001, "f", 720);
        speaker.speak(2_001, 80);
        try (var tape = Tape.open(path)) {
            var take = take(tape);
            await(now -> now.blocks(1).size() >= 45 && said(now) >= 80);
            done(take.end());
        }
        var written = Tape.finish(path);
        var read = TapeReader.of(path);
        assertThat(read.blocks(1).getFirst().key()).isTrue();
        assertNoneMissing(read);
        for (int track = 2; track <= 5; track++) {
            assertThat(read.evenlyTo(track)).isEqualTo(written.durationMs());
        }
        assertThat(read.durationMs()).isEqualTo(written.durationMs());
        assertThat(read.cues()).isNotEmpty();
        assertThat(written.stretches()).hasSize(1);
        assertThat(read.tracks()).isEqualTo(5);
    }

    /** Packets of what was said, on the track that every player plays. */
    private static long said(TapeReader tape) {
        return tape.blocks(2).stream()
                .filter(block -> block.data().length == 80)
                .count();
    }

    /** But where the line has lost one for good: there it goes on with a key frame. */
    private static void assertNoneMissing(TapeReader tape) {
        var frames = frames(tape);
        for (int i = 1; i < frames.size(); i++) {
            boolean begins = tape.blocks(1).get(i).key() && frames.get(i) > frames.get(i - 1);
            assertThat(begins || frames.get(i) == frames.get(i - 1) + 1)
                    .as("frame %s after %s", frames.get(i), frames.get(i - 1))
                    .isTrue();
        }
    }

    @Test
    void cutAnywhereItGoesOnBehindItsLastWholePiece() throws Exception {
        var speaker = room.join("speaker");
        speaker.film(1_001, "f", 720);
        try (var tape = Tape.open(path)) {
            var take = take(tape);
            await(now -> now.blocks(1).size() >= 60);
            done(take.end());
        }
        int before = frames(TapeReader.of(path)).size();
        cutTo(Files.size(path) - 100);
        try (var tape = Tape.open(path)) {
            var kept = frames(TapeReader.of(path)).size();
            assertThat(kept).isPositive().isLessThan(before);
            var take = take(tape);
            await(now -> now.blocks(1).size() >= kept + 20);
            done(take.end());
        }
        var written = Tape.finish(path);
        var read = TapeReader.of(path);
        assertThat(read.evenlyTo(2)).isEqualTo(written.durationMs());
        assertThat(written.stretches()).hasSize(2);
        assertThat(written.stretches().get(1).fromMs()).isPositive().isLessThan(written.durationMs());
        assertThat(Tape.finish(path).durationMs()).isEqualTo(written.durationMs());
    }

    private void cutTo(long length) throws IOException {
        try (var file = java.nio.channels.FileChannel.open(path, java.nio.file.StandardOpenOption.WRITE)) {
            assertThat(file.truncate(length).size()).isEqualTo(length);
        }
    }

    @Test
    void withoutAnyPictureItIsATapeOfVoices() throws Exception {
        room.join("speaker").speak(2_001, 80);
        try (var tape = Tape.open(path)) {
            var take = take(tape);
            await(now -> said(now) >= 30);
            done(take.end());
        }
        var written = Tape.finish(path);
        var read = TapeReader.of(path);
        assertThat(read.tracks()).isEqualTo(4);
        assertThat(read.cues()).isNotEmpty();
        assertThat(read.evenlyTo(2)).isEqualTo(written.durationMs());
    }
}

package plenum.media.chromium;

import static plenum.media.api.SourceKind.CAMERA;
import static plenum.media.api.SourceKind.MICROPHONE;
import static plenum.media.chromium.Room.source;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import plenum.media.jitsi.RealVideobridges;

/**
 * Real browsers at three levels of real Jitsi Videobridges: {@code PLENUM_JVB_URL} names three, each below the one
 * before, and {@code PLENUM_JVB_KILL} is a command that kills the one in the middle. Not in the usual run:
 * {@code -Dtest=RealVideobridgeTree}.
 */
@TestMethodOrder(OrderAnnotation.class)
class RealVideobridgeTree {
    private static final List<String> NAMES = List.of("an", "binh", "chi");

    private final Room room = new Room(RealVideobridges.bridge());

    @AfterEach
    void close() {
        room.close();
    }

    private void assemble() {
        for (var level = 0; level < NAMES.size(); level++) {
            var name = NAMES.get(level);
            room.joinIn("r" + level, name);
            room.send(name, MICROPHONE, "tone");
            room.send(name, CAMERA, "camera", 640, 360);
            room.want(name, 360);
        }
    }

    /** From now on, not counting what came before. */
    private void seesAndHears(String receiver, String sender) throws InterruptedException {
        var before = room.received(receiver, source(sender, CAMERA))
                .path("framesDecoded")
                .asInt();
        var picture = room.awaitReceived(
                receiver,
                source(sender, CAMERA),
                "50 frames more",
                in -> in.path("framesDecoded").asInt() > before + 50);
        System.out.println(receiver + " of " + sender + ": " + picture.path("framesDecoded") + " frames, "
                + picture.path("packetsLost") + " lost");
        var unused = room.awaitReceived(receiver, source(sender, MICROPHONE), "a tone", Room::loud);
    }

    @Test
    @Order(1)
    void threeLevelsSeeAndHearEachOtherThroughTheMiddle() throws InterruptedException {
        assemble();
        for (var receiver : NAMES) {
            for (var sender : NAMES) {
                if (!sender.equals(receiver)) seesAndHears(receiver, sender);
            }
        }
    }

    @Test
    @Order(2)
    void theOthersSeeAndHearEachOtherAgainWhenTheBridgeBetweenThemHasDied() throws InterruptedException, IOException {
        assemble();
        seesAndHears("an", "chi");
        seesAndHears("chi", "an");
        var kill = new ProcessBuilder("sh", "-c", System.getenv("PLENUM_JVB_KILL")).start();
        System.out.println("killed: " + kill.waitFor());
        var began = System.nanoTime();
        seesAndHears("an", "chi");
        seesAndHears("chi", "an");
        System.out.println("again after " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }
}

package plenum.media.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.api.SourceKind.CAMERA;
import static plenum.media.api.SourceKind.MICROPHONE;
import static plenum.media.chromium.Room.source;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.Permission;
import plenum.media.jitsi.RealVideobridges;

/**
 * What real browsers hear and see of each other over real Jitsi Videobridges, whose private interfaces
 * {@code PLENUM_JVB_URL} names. Not in the usual run: {@code -Dtest=RealVideobridgeRoom}.
 */
class RealVideobridgeRoom {
    private static final Room ROOM = new Room(RealVideobridges.bridge());

    @AfterAll
    static void close() {
        ROOM.close();
    }

    @AfterEach
    void leave() {
        ROOM.leave();
    }

    @Test
    void threeSeeAndHearEachOther() throws InterruptedException {
        var names = List.of("an", "binh", "chi");
        ROOM.assemble(names);
        for (String receiver : names) {
            for (String sender : names) {
                if (!sender.equals(receiver)) seesAndHears(receiver, sender);
            }
        }
    }

    /** Needs a second bridge, and that both make relays. */
    @Test
    void peopleOfTwoRegionsSeeAndHearEachOtherOverARelay() throws InterruptedException {
        ROOM.joinIn("r0", "an");
        ROOM.joinIn("r1", "binh");
        for (var one : List.of("an", "binh")) {
            ROOM.send(one, CAMERA, "camera", 640, 360);
            ROOM.send(one, MICROPHONE, "tone");
        }
        ROOM.want("an", 360);
        ROOM.want("binh", 360);
        seesAndHears("binh", "an");
        seesAndHears("an", "binh");
    }

    private static void seesAndHears(String receiver, String sender) throws InterruptedException {
        var picture = ROOM.awaitReceived(
                receiver,
                source(sender, CAMERA),
                "50 frames",
                in -> in.path("framesDecoded").asInt() > 50);
        var voice = ROOM.awaitReceived(receiver, source(sender, MICROPHONE), "a tone", Room::loud);
        assertThat(picture.path("packetsLost").asInt()).isLessThanOrEqualTo(0);
        assertThat(voice.path("packetsLost").asInt()).isLessThanOrEqualTo(0);
    }

    @Test
    void whoIsMutedByTheBridgeIsSilentAtTheReceiver() throws InterruptedException {
        ROOM.join("an");
        ROOM.join("binh");
        ROOM.send("an", MICROPHONE, "tone");
        ROOM.awaitReceived("binh", source("an", MICROPHONE), "a tone", Room::loud);
        ROOM.permit("an", new Permission(false, true, true));
        ROOM.awaitReceived("binh", source("an", MICROPHONE), "silence", voice -> !Room.loud(voice));
        ROOM.permit("an", Permission.ALL);
        ROOM.awaitReceived("binh", source("an", MICROPHONE), "a tone again", Room::loud);
    }

    @Test
    void aPictureThatNobodyWantsIsNotSent() throws InterruptedException {
        ROOM.join("an");
        ROOM.join("binh");
        ROOM.send("an", CAMERA, "camera", 640, 360);
        ROOM.want("binh", 360);
        ROOM.awaitReceived(
                "binh",
                source("an", CAMERA),
                "frames",
                in -> in.path("framesDecoded").asInt() > 20);
        ROOM.want("binh", 0);
        ROOM.await(
                "nothing of an",
                unused -> ROOM.received("binh", source("an", CAMERA)).isMissingNode());
    }
}

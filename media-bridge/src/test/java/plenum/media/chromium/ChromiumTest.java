package plenum.media.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.api.SourceKind.CAMERA;
import static plenum.media.api.SourceKind.MICROPHONE;
import static plenum.media.api.SourceKind.SCREEN;
import static plenum.media.chromium.Room.source;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.media.api.Permission;
import plenum.media.api.SourceKind;
import plenum.media.testkit.BadLine;

/** What the room promises, seen by a real browser. */
@Isolated
class ChromiumTest {
    private static final Room ROOM = new Room();

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
                if (!sender.equals(receiver)) {
                    seesAndHears(receiver, sender);
                }
            }
            assertThat(ROOM.report(receiver).path("srtp").asText()).isEqualTo("SRTP_AEAD_AES_128_GCM");
        }
    }

    private static void seesAndHears(String receiver, String sender) throws InterruptedException {
        var picture = ROOM.awaitReceived(
                receiver,
                source(sender, CAMERA),
                "360 lines",
                in -> in.path("frameHeight").asInt() == 360);
        int frames = picture.path("framesDecoded").asInt();
        picture = ROOM.awaitReceived(
                receiver,
                source(sender, CAMERA),
                "more frames",
                in -> in.path("framesDecoded").asInt() > frames + 10);
        var voice = ROOM.awaitReceived(receiver, source(sender, MICROPHONE), "a tone", Room::loud);
        assertThat(picture.path("packetsLost").asInt()).isZero();
        assertThat(voice.path("packetsLost").asInt()).isZero();
    }

    @Test
    void aPictureComesInTheHeightThatIsWanted() throws InterruptedException {
        ROOM.join("an");
        ROOM.join("binh");
        ROOM.send("an", CAMERA, "camera", 1280, 720);
        for (int height : new int[] {180, 360, 720, 180}) {
            ROOM.want("binh", height);
            ROOM.awaitReceived(
                    "binh",
                    source("an", CAMERA),
                    height + " lines",
                    in -> in.path("frameHeight").asInt() == height);
        }
        var picture = ROOM.received("binh", source("an", CAMERA));
        assertThat(picture.path("packetsLost").asInt()).isZero();
        assertThat(picture.path("pliCount").asInt()).isZero();
    }

    @Test
    void whoIsMutedByTheBridgeIsSilentAtTheReceiver() throws InterruptedException {
        ROOM.join("an");
        ROOM.join("binh");
        ROOM.send("an", MICROPHONE, "tone");
        ROOM.awaitReceived("binh", source("an", MICROPHONE), "a tone", Room::loud);
        ROOM.permit("an", new Permission(false, true, true));
        ROOM.await(
                "silence",
                report -> report.path("binh")
                                .path("in")
                                .path("a0")
                                .path("audioLevel")
                                .asDouble()
                        < 0.001);
        ROOM.permit("an", Permission.ALL);
        ROOM.awaitReceived("binh", source("an", MICROPHONE), "a tone again", Room::loud);
    }

    @Test
    void oneMediaPacketInTwentyIsLostAndAllAreRepaired() throws InterruptedException {
        try (var line = ROOM.badLine(4_588)) {
            watchOver(line);
            allIsRepaired(() -> line.loseMedia(0.05), () -> line.loseMedia(0));
            assertThat(ROOM.received("binh", source("an", CAMERA))
                            .path("nackCount")
                            .asInt())
                    .isPositive();
        }
    }

    @Test
    void whenRequestsGetLostAsWellAllIsRepaired() throws InterruptedException {
        try (var line = ROOM.badLine(4_585)) {
            watchOver(line);
            allIsRepaired(() -> line.lose(0.05), () -> line.lose(0));
        }
    }

    /** At a round trip of 50 ms. */
    private static void watchOver(BadLine line) throws InterruptedException {
        line.delay(25);
        ROOM.joinOver(line, "an");
        ROOM.joinOver(line, "binh");
        ROOM.send("an", MICROPHONE, "tone");
        ROOM.send("an", CAMERA, "camera", 640, 360);
        ROOM.want("binh", 360);
        ROOM.awaitReceived(
                "binh",
                source("an", CAMERA),
                "360 lines",
                in -> in.path("frameHeight").asInt() == 360);
        ROOM.awaitReceived("binh", source("an", MICROPHONE), "a tone", Room::loud);
    }

    /**
     * Of three stretches of 100 frames one is whole: when the machine stands still for longer than packets are kept
     * (1.5 s), a browser goes on with a key frame and counts what was before it as lost.
     */
    private static void allIsRepaired(Runnable bad, Runnable good) throws InterruptedException {
        for (int stretch = 1; ; stretch++) {
            int pictures = lost(CAMERA);
            int voices = lost(MICROPHONE);
            bad.run();
            moreFrames("binh", "an", 100);
            good.run();
            try {
                awaitLost(CAMERA, pictures);
                awaitLost(MICROPHONE, voices);
                return;
            } catch (AssertionError notWhole) {
                if (stretch == 3) throw notWhole;
            }
        }
    }

    private static int lost(SourceKind kind) {
        return ROOM.received("binh", source("an", kind)).path("packetsLost").asInt();
    }

    private static void awaitLost(SourceKind kind, int most) throws InterruptedException {
        ROOM.awaitReceived(
                "binh",
                source("an", kind),
                "not more than " + most + " lost",
                in -> in.path("packetsLost").asInt() <= most);
    }

    @Test
    void onAThinLineThePictureIsSmallAndTheVoiceWholeUntilTheLineIsWide() throws InterruptedException {
        try (var line = ROOM.badLine(7)) {
            line.delay(20);
            line.narrow(300_000);
            ROOM.join("an");
            ROOM.joinOver(line, "binh");
            ROOM.send("an", MICROPHONE, "tone");
            ROOM.send("an", CAMERA, "camera", 1280, 720);
            ROOM.want("binh", 720);
            ROOM.awaitReceived(
                    "binh",
                    source("an", CAMERA),
                    "100 frames of 180 lines",
                    in -> in.path("frameHeight").asInt() == 180
                            && in.path("framesDecoded").asInt() > 100);
            var voice = ROOM.awaitReceived("binh", source("an", MICROPHONE), "a tone", Room::loud);
            var later = ROOM.awaitReceived(
                    "binh",
                    source("an", MICROPHONE),
                    "200 packets more",
                    in -> in.path("packetsReceived").asInt()
                            > voice.path("packetsReceived").asInt() + 200);
            assertThat(later.path("packetsLost").asInt()
                            - voice.path("packetsLost").asInt())
                    .isLessThan(5);
            line.narrow(0);
            ROOM.awaitReceived(
                    "binh",
                    source("an", CAMERA),
                    "720 lines",
                    in -> in.path("frameHeight").asInt() == 720);
        }
    }

    @Test
    void whoMovesToAnotherAddressGoesOn() throws InterruptedException {
        try (var line = ROOM.badLine(1)) {
            ROOM.joinOver(line, "an");
            ROOM.join("binh");
            ROOM.send("an", CAMERA, "camera", 640, 360);
            ROOM.send("binh", CAMERA, "camera", 640, 360);
            ROOM.want("an", 360);
            ROOM.want("binh", 360);
            moreFrames("an", "binh");
            moreFrames("binh", "an");
            line.move();
            moreFrames("an", "binh");
            moreFrames("binh", "an");
        }
    }

    @Test
    void whoWasCutOffComesBack() throws InterruptedException {
        try (var line = ROOM.badLine(1)) {
            ROOM.joinOver(line, "an");
            ROOM.join("binh");
            ROOM.send("binh", CAMERA, "camera", 640, 360);
            ROOM.want("an", 360);
            moreFrames("an", "binh");
            line.cut(true);
            ROOM.await(
                    "a cut", report -> report.path("an").path("state").asText().equals("disconnected"));
            line.cut(false);
            ROOM.await(
                    "a connection",
                    report -> report.path("an").path("state").asText().equals("connected"));
            moreFrames("an", "binh");
        }
    }

    private static void moreFrames(String receiver, String sender) throws InterruptedException {
        moreFrames(receiver, sender, 10);
    }

    private static void moreFrames(String receiver, String sender, int more) throws InterruptedException {
        int frames = ROOM.received(receiver, source(sender, CAMERA))
                .path("framesDecoded")
                .asInt();
        ROOM.awaitReceived(
                receiver,
                source(sender, CAMERA),
                "more than " + (frames + more) + " frames",
                in -> in.path("framesDecoded").asInt() > frames + more);
    }

    @Test
    void whereUdpIsBlockedMediaGoesOverTcp() throws InterruptedException {
        ROOM.joinOverTcp("an");
        ROOM.join("binh");
        ROOM.send("an", CAMERA, "camera", 640, 360);
        ROOM.send("binh", CAMERA, "camera", 640, 360);
        ROOM.want("an", 360);
        ROOM.want("binh", 360);
        moreFrames("an", "binh");
        moreFrames("binh", "an");
        assertThat(ROOM.report("an").path("protocol").asText()).isEqualTo("tcp");
        assertThat(ROOM.report("binh").path("protocol").asText()).isEqualTo("udp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"H264", "VP9", "AV1"})
    void otherCodecsPassWhole(String codec) throws InterruptedException {
        ROOM.join("an");
        ROOM.join("binh");
        ROOM.send("an", CAMERA, "camera", 320, 180, codec);
        ROOM.want("binh", 720);
        moreFrames("binh", "an");
        var picture = ROOM.received("binh", source("an", CAMERA));
        assertThat(picture.path("codec").asText()).isEqualTo("video/" + codec);
        assertThat(picture.path("packetsLost").asInt()).isZero();
    }

    @Test
    void aScreenIsSharedBesideTheCamera() throws InterruptedException {
        ROOM.join("an");
        ROOM.join("binh");
        ROOM.send("an", CAMERA, "camera", 320, 180);
        ROOM.send("an", SCREEN, "screen", 1280, 720);
        ROOM.want("binh", 720, source("an", SCREEN));
        ROOM.awaitReceived(
                "binh",
                source("an", SCREEN),
                "frames",
                in -> in.path("framesDecoded").asInt() > 5);
        moreFrames("binh", "an");
    }

    @Test
    void whatNobodyWantsIsPausedUntilSomebodyDoes() throws InterruptedException {
        ROOM.join("an");
        ROOM.join("binh");
        ROOM.send("an", CAMERA, "camera", 640, 360);
        ROOM.await("no layer", report -> ROOM.sending(report, "an", CAMERA).isEmpty());
        ROOM.want("binh", 90);
        moreFrames("binh", "an");
        ROOM.await(
                "the lowest layer", report -> ROOM.sending(report, "an", CAMERA).equals(List.of("q")));
    }

    @Test
    void whoJoinsLateSeesAPictureWithinASecond() throws InterruptedException {
        ROOM.join("an");
        ROOM.join("binh");
        ROOM.send("an", CAMERA, "camera", 640, 360);
        ROOM.want("binh", 360);
        moreFrames("binh", "an");
        ROOM.join("chi");
        ROOM.want("chi", 360);
        moreFrames("chi", "an");
        assertThat(ROOM.report("chi").path("firstFrameMs").path("v0").asDouble(9_999))
                .isLessThan(1_000);
    }

    @Test
    void theSelfTestGivesBackOnesOwnVoiceAndPicture() throws InterruptedException {
        ROOM.joinEcho("an");
        ROOM.send("an", MICROPHONE, "tone");
        ROOM.send("an", CAMERA, "camera", 320, 180);
        ROOM.want("an", 180);
        moreFrames("an", "an");
        ROOM.awaitReceived("an", source("an", MICROPHONE), "a tone", Room::loud);
    }
}

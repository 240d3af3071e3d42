package plenum.media.chromium;

import static plenum.media.api.SourceKind.CAMERA;
import static plenum.media.api.SourceKind.MICROPHONE;
import static plenum.media.chromium.Room.source;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ChromiumTest {
    private static Room room = new Room();

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void twoSeeAndHearEachOther() throws InterruptedException {
        for (String name : List.of("an", "binh")) {
            room.join(name);
            room.send(name, MICROPHONE, "tone", 0, 0, null);
            room.send(name, CAMERA, "camera", 1280, 720, null);
            room.want(name, 720);
        }
        room.awaitReceived(
                "an",
                source("binh", CAMERA),
                "frames",
                in -> in.path("framesDecoded").asInt() > 20);
        room.awaitReceived(
                "binh",
                source("an", CAMERA),
                "frames",
                in -> in.path("framesDecoded").asInt() > 20);
        room.awaitReceived(
                "an",
                source("binh", MICROPHONE),
                "energy",
                in -> in.path("totalAudioEnergy").asDouble() > 0);
        room.awaitReceived(
                "binh",
                source("an", CAMERA),
                "720 lines",
                in -> in.path("frameHeight").asInt() == 720);
        System.out.println(room.report("binh").toPrettyString().replaceAll("\\n {6,}", " "));
        System.out.println(room.events());
    }

    @Test
    void whatIsLostIsRepaired() throws InterruptedException {
        try (var line = room.badLine(5)) {
            line.delay(25);
            line.lose(0.05);
            room.joinOver(line, "chi");
            room.join("dung");
            room.send("dung", MICROPHONE, "tone", 0, 0, null);
            room.send("dung", CAMERA, "camera", 1280, 720, null);
            room.want("chi", 720);
            room.awaitReceived(
                    "chi",
                    source("dung", CAMERA),
                    "frames",
                    in -> in.path("framesDecoded").asInt() > 200);
            System.out.println(room.report("chi").toPrettyString().replaceAll("\\n {6,}", " "));
            System.out.println(room.events());
        }
    }
}

package plenum.media.chromium;

import static plenum.media.api.SourceKind.CAMERA;
import static plenum.media.chromium.Room.source;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.media.api.SourceId;

/**
 * How long it takes at the commune, two links below the camera, until another size of the stage is seen. Not part of
 * the tests: {@code -Dtest=TreeFigures -Dplenum.switches=60}, on a quiet machine. From the call until the browser shows
 * the first frame of the other size, by its own clock, which is that of the machine.
 */
class TreeFigures {
    private static final SourceId STAGE = source("an", CAMERA);
    private static final List<Integer> HEIGHTS = List.of(180, 360, 720, 360);
    private static final int SWITCHES = Integer.getInteger("plenum.switches", 60);

    @Test
    void layerSwitches() throws Exception {
        try (var branches = new Branches();
                var room = new Room(branches.grow(), branches.places())) {
            branches.await(true, "province", "district", "commune");
            room.joinIn("", "an");
            room.joinIn("district", "binh");
            room.joinIn("commune", "chi");
            room.send("an", CAMERA, "camera", 1280, 720);
            room.want("binh", 720, STAGE);
            room.awaitReceived(
                    "binh", STAGE, "720 lines", in -> in.path("frameHeight").asInt() == 720);
            var ms = new ArrayList<Long>();
            for (int i = 0; i < SWITCHES; i++) ms.add(switchTo(room, HEIGHTS.get(i % HEIGHTS.size())));
            Collections.sort(ms);
            System.out.printf(
                    "layer switch over two links: p50 %d ms, p95 %d ms, max %d ms of %d, load %.1f%n%s%n",
                    ms.get(ms.size() / 2),
                    ms.get(ms.size() * 95 / 100),
                    ms.getLast(),
                    ms.size(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    ms);
        }
    }

    private static long switchTo(Room room, int height) throws InterruptedException {
        long startMs = System.currentTimeMillis();
        room.want("chi", height, STAGE);
        var seen = room.awaitReceived(
                "chi", STAGE, height + " lines", in -> in.path("shownHeight").asInt() == height);
        return seen.path("shownAtMs").asLong() - startMs;
    }
}

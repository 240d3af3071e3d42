package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.media.api.SourceId;
import plenum.media.forward.Simulation;

/**
 * How long a viewer at the commune waits for another size of the stage, whose camera is two links above: real bridges
 * and links, simulated time, a camera with a browser's habits.
 */
class SwitchOverLinksTest {
    private static final int LINE_MS = 5;
    private static final List<Integer> HEIGHTS = List.of(180, 360, 720, 180, 720, 360);
    private static final int SWITCHES = 120;

    private final List<ModelBridge> bridges = new ArrayList<>();

    @AfterEach
    void close() {
        bridges.forEach(ModelBridge::close);
    }

    private ModelBridge bridge(Simulation world, int number, int lineMs) {
        var bridge = new ModelBridge(world, number, lineMs);
        bridges.add(bridge);
        return bridge;
    }

    /**
     * @param linkMs one way
     * @param loss of the links
     * @param inFull whether somebody in between watches the stage in full, or the camera's sizes come and go
     */
    @ParameterizedTest
    @CsvSource({"1, 0, true", "20, 0.01, true", "20, 0, false"})
    void anotherSizeOfTheStageIsSeenWithinHalfASecond(int linkMs, double loss, boolean inFull) {
        var world = new Simulation(7, loss);
        var province = bridge(world, 1, linkMs);
        var district = bridge(world, 2, linkMs);
        var commune = bridge(world, 3, linkMs);
        district.dial(province);
        commune.dial(district);
        var stage = new ModelCamera(province, "an", LINE_MS).id();
        var viewer = new ModelViewer(commune, "chi", LINE_MS);
        if (inFull) new ModelViewer(district, "binh", LINE_MS).want(stage, 720);
        var unused = switchTo(world, viewer, stage, 720);
        world.run(3_000);
        var waits = new ArrayList<Long>();
        for (int i = 0; i < SWITCHES; i++) {
            waits.add(switchTo(world, viewer, stage, HEIGHTS.get(i % HEIGHTS.size())));
            world.run(world.random.nextInt(5) == 0 ? 0 : world.random.nextInt(2_000)); // one of five at once
        }
        Collections.sort(waits);
        assertThat(waits.get(SWITCHES * 95 / 100)).as("of %s", waits).isLessThanOrEqualTo(500);
    }

    private static long switchTo(Simulation world, ModelViewer viewer, SourceId stage, int height) {
        long since = world.nowNs;
        viewer.want(stage, height);
        for (int ms = 0; viewer.shown() != height && ms < 20_000; ms++) world.run(1);
        assertThat(viewer.shown()).isEqualTo(height);
        return (viewer.shownNs() - since) / 1_000_000;
    }
}

package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A minute of two cameras and one slot that changes layer, pauses and changes cameras at random, over lines that lose,
 * repeat and reorder packets: what the receiver has in the end is one stream that it can decode.
 */
class LongRunTest {
    private static final int MINUTE_MS = 60_000;

    private Simulation world = new Simulation(0, 0);
    private SimulatedReceiver receiver = new SimulatedReceiver(world);
    private List<SimulatedCamera> cameras = List.of();
    private int shown;

    private void begin(long seed, double loss) {
        world = new Simulation(seed, loss);
        receiver = new SimulatedReceiver(world);
        var meeting = receiver;
        cameras = List.of(
                new SimulatedCamera(world, 1, meeting::forward), new SimulatedCamera(world, 2, meeting::forward));
        show(0);
        receiver.slot.want(2, world.nowNs);
        world.every(20, () -> receiver.choose(cameras.get(shown)));
    }

    private void show(int camera) {
        shown = camera;
        receiver.slot.show(cameras.get(camera).source, world.nowNs);
    }

    /** Something changes, on average every two seconds. */
    private void changeAtRandom() {
        if (world.loss == 0) {
            return;
        }
        int what = world.random.nextInt(10);
        if (what == 0) {
            receiver.slot.want(VideoSlot.PAUSED, world.nowNs);
        } else if (what == 1) {
            show(1 - shown);
        } else {
            receiver.slot.want(world.random.nextInt(3), world.nowNs);
        }
        world.at(100 + world.random.nextInt(4_000), this::changeAtRandom);
    }

    /** Until everything lost is repaired. */
    private void settle() {
        world.loss = 0;
        receiver.slot.want(2, world.nowNs);
        cameras.forEach(SimulatedCamera::settle);
        world.run(4_000);
        cameras.forEach(SimulatedCamera::stop);
        world.run(1_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aMinuteOfChangesOverBadLinesStaysOneStream(long seed) {
        begin(seed, 0.03);
        world.at(1_000, this::changeAtRandom);
        world.run(MINUTE_MS);
        settle();
        assertNothingIsMissing();
        Frames.assertFollowEachOther(frames());
        assertThat(receiver.slot.layer()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void aMinuteWithoutChangesLosesNoFrameOfTheLayer(long seed) {
        begin(seed, 0.05);
        receiver.slot.want(0, world.nowNs);
        world.run(MINUTE_MS);
        settle();
        assertNothingIsMissing();
        var frames = frames();
        Frames.assertFollowEachOther(frames);
        assertThat(frames).hasSizeGreaterThan(MINUTE_MS / 34);
        assertThat(frames).filteredOn(frame -> !Frames.complete(frame)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {22, 23})
    void keyFramesAreAskedForSeldom(long seed) {
        begin(seed, 0.03);
        world.at(1_000, this::changeAtRandom);
        world.run(MINUTE_MS);
        assertThat(cameras).allSatisfy(camera -> assertThat(camera.requests).isBetween(1, 60));
    }

    /** Nothing but the end of what was forwarded before a pause, which the receiver learns only after the pause. */
    private void assertNothingIsMissing() {
        long first = receiver.received.firstKey();
        long last = receiver.received.lastKey();
        assertThat(last - first).isGreaterThan(1_000);
        for (long number = first; number <= last; number++) {
            assertThat(receiver.received.containsKey(number) || beginsAfter(number))
                    .as(
                            "packet %d after %s before %s",
                            number, receiver.received.lowerEntry(number), receiver.received.higherEntry(number))
                    .isTrue();
        }
    }

    private boolean beginsAfter(long missing) {
        return receiver.received.higherEntry(missing).getValue().stream().anyMatch(Seen::keyFrame);
    }

    private List<List<Seen>> frames() {
        return Frames.of(
                receiver.received.values().stream().flatMap(Optional::stream).toList());
    }
}

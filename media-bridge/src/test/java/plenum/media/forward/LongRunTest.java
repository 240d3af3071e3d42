package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
        assertFramesFollowEachOther(frames());
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
        assertFramesFollowEachOther(frames);
        assertThat(frames).hasSizeGreaterThan(MINUTE_MS / 34);
        assertThat(frames).filteredOn(frame -> !complete(frame)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
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

    /** What was received, by timestamp; from the first frame on whose beginning is there. */
    private List<List<Seen>> frames() {
        var frames = new ArrayList<List<Seen>>();
        for (Optional<Seen> packet : receiver.received.values()) {
            if (packet.isPresent()) {
                Seen seen = packet.get();
                if (frames.isEmpty() || frames.getLast().getLast().timestamp() != seen.timestamp()) {
                    frames.add(new ArrayList<>());
                }
                frames.getLast().add(seen);
            }
        }
        return frames.stream().dropWhile(frame -> !frame.getFirst().begins()).toList();
    }

    private static boolean complete(List<Seen> frame) {
        return frame.getFirst().begins() && frame.getLast().marker();
    }

    private static void assertFramesFollowEachOther(List<List<Seen>> frames) {
        for (int i = 0; i < frames.size(); i++) {
            assertOneFrame(frames.get(i));
            if (i > 0) {
                assertFollows(frames.get(i - 1), frames.get(i).getFirst());
            }
        }
    }

    /** Its packets belong together and none is missing before the last one that there is. */
    private static void assertOneFrame(List<Seen> frame) {
        Seen first = frame.getFirst();
        assertThat(first.begins()).isTrue();
        for (int i = 0; i < frame.size(); i++) {
            Seen seen = frame.get(i);
            assertThat(seen.index()).isEqualTo(i);
            assertThat(seen.layer()).isEqualTo(first.layer());
            assertThat(seen.frame()).isEqualTo(first.frame());
            assertThat(seen.pictureId()).isEqualTo(first.pictureId());
            assertThat(seen.tl0()).isEqualTo(first.tl0());
        }
    }

    /** A frame is a key frame, or follows the frame before it, which is complete, in its layer. */
    private static void assertFollows(List<Seen> before, Seen next) {
        Seen last = before.getLast();
        assertThat(next.timestamp() - last.timestamp()).isPositive();
        if (next.keyFrame()) {
            int missing = (next.sequence() - last.sequence() & 0xffff) - 1;
            assertThat(next.pictureId() - last.pictureId() & 0x7fff).isBetween(1, 1 + missing);
            assertThat(next.tl0() - last.tl0() & 0xff).isBetween(1, 1 + missing);
        } else {
            assertThat(complete(before)).isTrue();
            assertThat(next.layer()).isEqualTo(last.layer());
            assertThat(next.frame()).isEqualTo(last.frame() + 1);
            assertThat(next.pictureId()).isEqualTo(last.pictureId() + 1 & 0x7fff);
            assertThat(next.tl0()).isEqualTo(last.tl0() + 1 & 0xff);
        }
    }
}

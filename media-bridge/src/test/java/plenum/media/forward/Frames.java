package plenum.media.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** The frames that a receiver can put together of what it has. */
public final class Frames {
    private Frames() {}

    /**
     * What was received in the order of sequence numbers, by timestamp; from the first frame on whose beginning is
     * there.
     */
    public static List<List<Seen>> of(List<Seen> packets) {
        var frames = new ArrayList<List<Seen>>();
        for (Seen seen : packets) {
            if (frames.isEmpty() || frames.getLast().getLast().timestamp() != seen.timestamp()) {
                frames.add(new ArrayList<>());
            }
            frames.getLast().add(seen);
        }
        return frames.stream().dropWhile(frame -> !frame.getFirst().begins()).toList();
    }

    /** Whether nothing of it is missing. */
    public static boolean complete(List<Seen> frame) {
        return frame.getFirst().begins() && frame.getLast().marker();
    }

    public static void assertFollowEachOther(List<List<Seen>> frames) {
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

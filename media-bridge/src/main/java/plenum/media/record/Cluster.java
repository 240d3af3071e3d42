package plenum.media.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A few seconds of a tape, written as one piece. */
final class Cluster {
    private static final int KEY_FRAME = 0x80;

    private record Block(int track, long ms, boolean key, byte[] data) {}

    private final long fromMs;
    private final List<Block> blocks = new ArrayList<>();
    private int bytes;
    private long keyMs = -1;
    private int width;
    private int height;

    /** @param fromMs on the tape */
    Cluster(long fromMs) {
        this.fromMs = fromMs;
    }

    long fromMs() {
        return fromMs;
    }

    int bytes() {
        return bytes;
    }

    boolean empty() {
        return blocks.isEmpty();
    }

    /** @param packet of Opus */
    void voice(int track, long ms, byte[] packet) {
        add(new Block(track, ms, true, packet));
    }

    void picture(Frame frame, long ms) {
        if (frame.key() && keyMs < 0) {
            keyMs = ms;
            width = frame.width();
            height = frame.height();
        }
        add(new Block(Webm.VIDEO_TRACK, ms, frame.key(), frame.data()));
    }

    private void add(Block block) {
        blocks.add(block);
        bytes += block.data.length;
    }

    /** Of its first key frame on the tape; -1: there is none. */
    long keyMs() {
        return keyMs;
    }

    /** Of the first key frame, pixels; 0: there is none. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] toBytes() {
        var content = new Ebml().number(Webm.TIMESTAMP, 8, fromMs);
        blocks.sort(Comparator.comparingLong(Block::ms));
        blocks.forEach(block -> write(block, content));
        return new Ebml().master(Webm.CLUSTER, content).toBytes();
    }

    private void write(Block block, Ebml out) {
        out.head(Webm.SIMPLE_BLOCK, 4 + block.data.length);
        out.big(0x80 | block.track, 1).big(block.ms - fromMs, 2).big(block.key ? KEY_FRAME : 0, 1);
        out.raw(block.data, 0, block.data.length);
    }
}

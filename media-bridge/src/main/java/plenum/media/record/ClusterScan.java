package plenum.media.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the clusters of a tape up to the first thing that is none, or not whole. */
final class ClusterScan {
    private static final int HEAD = 4 + 8;
    private static final int LARGEST = 64 << 20;
    private static final int BLOCK_HEAD = 1 + 8 + 4;
    private static final long SIZE = 0x00ff_ffff_ffff_ffffL;

    /**
     * A whole cluster.
     *
     * @param at in the file
     * @param endMs on the tape
     * @param keyMs of its first key frame; -1: there is none
     * @param width of that, pixels; 0: there is none
     */
    record Found(long at, int length, long fromMs, long endMs, long keyMs, int width, int height) {}

    private final FileChannel file;
    private long at;

    ClusterScan(FileChannel file, long from) {
        this.file = file;
        this.at = from;
    }

    void each(Consumer<Found> found) throws IOException {
        for (var one = next(); one != null; one = next()) {
            at += one.length;
            found.accept(one);
        }
    }

    private @Nullable Found next() throws IOException {
        var head = read(at, HEAD);
        if (head == null || head.getInt() != Webm.CLUSTER) {
            return null;
        }
        long size = head.getLong() & SIZE;
        var content = size > LARGEST ? null : read(at + HEAD, (int) size);
        return content == null || content.remaining() < 17 ? null : cluster(content, HEAD + (int) size);
    }

    /** @return null: there is not so much */
    private @Nullable ByteBuffer read(long from, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                return null;
            }
        }
        return buffer.flip();
    }

    private Found cluster(ByteBuffer content, int length) {
        long fromMs = content.getLong(9);
        long endMs = fromMs;
        long keyMs = -1;
        int width = 0;
        int height = 0;
        int block = 17;
        while (block + BLOCK_HEAD <= content.limit()) {
            int data = block + BLOCK_HEAD;
            int count = (int) content.getLong(block + 1) - 4;
            long ms = fromMs + content.getShort(block + 10);
            boolean video = (content.get(block + 9) & 0x7f) == Webm.VIDEO_TRACK;
            if (!video) {
                endMs = Math.max(endMs, ms + (long) Opus.CELL_MS * Opus.cells(content.array(), data, count));
            } else if (keyMs < 0 && content.get(block + 12) < 0) {
                keyMs = ms;
                width = content.get(data + 6) & 0xff | (content.get(data + 7) & 0x3f) << 8;
                height = content.get(data + 8) & 0xff | (content.get(data + 9) & 0x3f) << 8;
            }
            block = data + count;
        }
        return new Found(at, length, fromMs, endMs, keyMs, width, height);
    }
}

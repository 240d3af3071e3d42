package plenum.media.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads WebM as any player would: elements by their sizes, nothing known of who wrote it. */
public final class TapeReader {
    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1f43b675;
    private static final int CUES = 0x1c53bb6b;
    private static final int INFO = 0x1549a966;
    private static final int TRACKS = 0x1654ae6b;

    /** @param track 1: the picture; 2 to 5: voices */
    public record Block(int track, long ms, boolean key, byte[] data) {}

    private final ByteBuffer file;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Long> cues = new ArrayList<>();
    private int tracks;
    private double durationMs = -1;

    private TapeReader(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
        elements(0, bytes.length);
    }

    public static TapeReader of(Path path) throws IOException {
        return new TapeReader(Files.readAllBytes(path));
    }

    private void elements(int from, int to) {
        int at = from;
        while (at < to) {
            int idLength = Integer.numberOfLeadingZeros(file.get(at) & 0xff) - 23;
            int id = (int) big(at, idLength);
            int sizeLength = Integer.numberOfLeadingZeros(file.get(at + idLength) & 0xff) - 23;
            long size = big(at + idLength, sizeLength) & (1L << 7 * sizeLength) - 1;
            int data = at + idLength + sizeLength;
            boolean unknown = size == (1L << 7 * sizeLength) - 1;
            int end = unknown ? to : (int) Math.min(to, data + size);
            element(id, data, end);
            at = end;
        }
    }

    private void element(int id, int data, int end) {
        switch (id) {
            case SEGMENT, INFO, TRACKS, CUES -> elements(data, end);
            case CLUSTER -> cluster(data, end);
            case 0xae -> tracks++;
            case 0x4489 -> durationMs = file.getDouble(data);
            case 0xbb -> elements(data, end); // a cue
            case 0xb3 -> cues.add(big(data, end - data));
            default -> {}
        }
    }

    private void cluster(int from, int to) {
        long base = 0;
        int at = from;
        while (at < to) {
            int id = file.get(at) & 0xff;
            int size = (int) (file.getLong(at + 1) & 0x00ff_ffff_ffff_ffffL);
            int data = at + 9;
            if (id == 0xe7) {
                base = big(data, size);
            } else if (data + size <= to) {
                var bytes = new byte[size - 4];
                file.get(data + 4, bytes);
                blocks.add(new Block(
                        file.get(data) & 0x7f, base + file.getShort(data + 1), file.get(data + 3) < 0, bytes));
            }
            at = data + size;
        }
    }

    private long big(int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | file.get(at + i) & 0xff;
        }
        return value;
    }

    /** In the order of the file. */
    public List<Block> blocks(int track) {
        return blocks.stream().filter(block -> block.track == track).toList();
    }

    /** Where players may begin, ms. */
    public List<Long> cues() {
        return cues;
    }

    public int tracks() {
        return tracks;
    }

    /** -1: not told. */
    public double durationMs() {
        return durationMs;
    }

    /** Checks that a voice track has no gap and no overlap. @return where it ends, ms */
    public long evenlyTo(int track) {
        long at = -1;
        for (var block : blocks(track)) {
            if (at >= 0 && block.ms != at) {
                throw new AssertionError("track " + track + " goes on at " + block.ms + " instead of " + at);
            }
            at = block.ms + 20L * Opus.cells(block.data, 0, block.data.length);
        }
        return at;
    }
}

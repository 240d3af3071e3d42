package plenum.media.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A WebM file that grows by whole clusters, each of which is on the disk before the next. Cut off anywhere, it plays up
 * to its last whole cluster; opened again, it goes on behind that. Blocking; one thread at a time.
 */
final class WebmFile implements AutoCloseable {
    private static final byte[] HEADER = Webm.header().toBytes();
    private static final long DATA_AT = HEADER.length + 4 + 8;
    private static final long TRACKS_AT =
            Webm.noSeekHead().length() + Webm.info(-1).length();
    private static final long CLUSTERS_AT =
            DATA_AT + TRACKS_AT + Webm.tracks(1, 1).length();

    /** @param at in the file */
    private record Entry(long at, long ms, long keyMs) {}

    private final FileChannel file;
    private final List<Entry> entries = new ArrayList<>();
    private long end;
    private long endMs;
    private int width;
    private int height;

    private WebmFile(FileChannel file) {
        this.file = file;
    }

    /** A new one, or the one that is there, without what is not whole. */
    static WebmFile open(Path path) throws IOException {
        var channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var opened = new WebmFile(channel);
        try {
            opened.begin();
            return opened;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private void begin() throws IOException {
        if (file.size() < CLUSTERS_AT) {
            file.truncate(0);
            writeHead(-1);
            end = CLUSTERS_AT;
        } else {
            new ClusterScan(file, CLUSTERS_AT).each(this::found);
            end = entries.isEmpty() ? CLUSTERS_AT : end;
        }
        file.truncate(end);
        file.force(true);
    }

    private void found(ClusterScan.Found cluster) {
        entries.add(new Entry(cluster.at(), cluster.fromMs(), cluster.keyMs()));
        end = cluster.at() + cluster.length();
        endMs = Math.max(endMs, cluster.endMs());
        size(cluster.width(), cluster.height());
    }

    private void size(int newWidth, int newHeight) {
        if (width == 0 && newWidth > 0) {
            width = newWidth;
            height = newHeight;
        }
    }

    /** @param durationMs -1: not known yet */
    private void writeHead(long durationMs) throws IOException {
        var head = new Ebml().raw(HEADER, 0, HEADER.length).head(Webm.SEGMENT, Ebml.UNKNOWN);
        for (var part : List.of(Webm.noSeekHead(), Webm.info(durationMs), Webm.tracks(1280, 720))) {
            head.raw(part.toBytes(), 0, part.length());
        }
        write(head.toBytes(), 0);
    }

    /**
     * Durable when it returns. What did not fit on the disk is not there. @param endMs where the cluster ends on the
     * tape
     */
    void append(Cluster cluster, long endMs) throws IOException {
        var bytes = cluster.toBytes();
        try {
            write(bytes, end);
            file.force(false);
        } catch (IOException failed) {
            file.truncate(end);
            throw failed;
        }
        entries.add(new Entry(end, cluster.fromMs(), cluster.keyMs()));
        end += bytes.length;
        this.endMs = endMs;
        size(cluster.width(), cluster.height());
    }

    /** Of what is written, on the tape. */
    long endMs() {
        return endMs;
    }

    /** Tells players how long it is and where they may begin. Durable when it returns. */
    void finish() throws IOException {
        var cues = cues();
        write(cues, end);
        file.force(false);
        var segment = end + cues.length - DATA_AT;
        write(new Ebml().head(Webm.SEGMENT, segment).toBytes(), HEADER.length);
        write(Webm.seekHead(TRACKS_AT, end - DATA_AT).toBytes(), DATA_AT + Webm.SEEK_HEAD_AT);
        write(Webm.info(endMs).toBytes(), DATA_AT + Webm.INFO_AT);
        write(Webm.tracks(width, height).toBytes(), DATA_AT + TRACKS_AT);
        file.force(true);
    }

    /** At each key frame; where there is no picture at all, at each cluster. */
    private byte[] cues() {
        var points = new Ebml();
        for (var entry : entries) {
            if (entry.keyMs >= 0) {
                Webm.cue(points, entry.keyMs, Webm.VIDEO_TRACK, entry.at - DATA_AT);
            } else if (width == 0) {
                Webm.cue(points, entry.ms, Webm.VOICE_TRACK, entry.at - DATA_AT);
            }
        }
        return new Ebml().master(Webm.CUES, points).toBytes();
    }

    private void write(byte[] bytes, long at) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            var unused = file.write(buffer, at + buffer.position());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

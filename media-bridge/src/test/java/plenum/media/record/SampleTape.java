package plenum.media.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Tapes without a conference: one voice and one picture, a key frame each second. */
public final class SampleTape {
    private static final int VOICE_BYTES = 80;

    private SampleTape() {}

    /** Goes on on the tape that is there, as a take that began at that moment. */
    public static void write(Path path, int seconds, Instant at) throws IOException {
        try (var file = WebmFile.open(path)) {
            Stretches.add(path, new Stretch(file.endMs(), at));
            for (int i = 0; i < seconds; i++) {
                long from = file.endMs();
                file.append(second(from), from + 1_000);
            }
        }
    }

    private static Cluster second(long from) {
        var cluster = new Cluster(from);
        cluster.picture(new Frame(from, true, 640, 360, keyFrame()), from);
        for (int ms = 0; ms < 1_000; ms += Opus.CELL_MS) {
            cluster.voice(Webm.VOICE_TRACK, from + ms, new byte[VOICE_BYTES]);
        }
        return cluster;
    }

    /** The beginning of one of 640 x 360 (RFC 6386 section 9.1). */
    private static byte[] keyFrame() {
        return new byte[] {0x10, 0, 0, (byte) 0x9d, 0x01, 0x2a, (byte) 0x80, 0x02, 0x68, 0x01, 0, 0};
    }
}

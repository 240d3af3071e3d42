package plenum.server.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import plenum.server.platform.BlobStore;
import plenum.server.platform.BlobSweep;
import plenum.server.platform.Mongo;

/** Looks for bytes that nothing refers to, as a server does some minutes after these were kept. */
public final class Sweep {
    private Sweep() {}

    /** Keeps some bytes more that nothing refers to, and sweeps all that was kept till now. */
    public static boolean removesOnlyWhatNobodyKnows(BlobStore blobs, Mongo mongo) throws IOException {
        var unknown = blobs.put(new ByteArrayInputStream("nobody knows these bytes".getBytes(UTF_8)));
        try (var sweep = new BlobSweep(blobs, mongo, gone -> {}, InstantSource.system())) {
            return sweep.sweep(Instant.now().plusSeconds(5)) == 1
                    && blobs.find(unknown.sha256()).isEmpty();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

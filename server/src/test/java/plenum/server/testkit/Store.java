package plenum.server.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import plenum.server.embedded.EmbeddedStore;
import plenum.server.platform.Mongo;

/** A fresh embedded store in a directory of its own, with the driver connected. */
public final class Store implements AutoCloseable {
    private final Path directory;
    private final EmbeddedStore store;
    private final Mongo mongo;

    public Store() {
        try {
            directory = Files.createTempDirectory("plenum-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store = EmbeddedStore.open(directory);
        mongo = Mongo.open(store.connectionString());
    }

    public Mongo mongo() {
        return mongo;
    }

    @Override
    public void close() {
        mongo.close();
        store.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package plenum.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.server.embedded.EmbeddedStore;
import plenum.server.platform.Mongo;

/** One store under test, with the driver that the house uses. */
record OpenStore(String name, Mongo mongo, Optional<EmbeddedStore> embedded) implements AutoCloseable {

    /** The embedded store, and the server of PLENUM_MONGO_URI if one is given. */
    static Stream<OpenStore> all() {
        return Stream.concat(
                Stream.of(onDisk()),
                Stream.ofNullable(System.getenv("PLENUM_MONGO_URI")).map(OpenStore::server));
    }

    @Override
    public void close() {
        mongo.close();
        embedded.ifPresent(EmbeddedStore::close);
    }

    @Override
    public String toString() {
        return name;
    }

    private static OpenStore onDisk() {
        try {
            var store = EmbeddedStore.open(Files.createTempDirectory("plenum-store"));
            return new OpenStore("embedded", Mongo.open(store.connectionString()), Optional.of(store));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OpenStore server(String uri) {
        return new OpenStore("server", Mongo.open(uri), Optional.empty());
    }
}

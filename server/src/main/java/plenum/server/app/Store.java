package plenum.server.app;

import java.io.UncheckedIOException;
import java.util.Optional;
import plenum.server.embedded.EmbeddedStore;
import plenum.server.platform.Mongo;

/** The store that the configuration names: a replica set, or the embedded one in this process. */
record Store(Mongo mongo, Optional<EmbeddedStore> embedded) implements AutoCloseable {

    static Store open(Config config) throws Unstartable {
        var uri = config.store().uri();
        if (uri != null) {
            return new Store(Mongo.open(uri), Optional.empty());
        }
        try {
            var embedded = EmbeddedStore.open(config.dataDirectory().resolve("store"));
            return new Store(Mongo.open(embedded.connectionString()), Optional.of(embedded));
        } catch (UncheckedIOException busy) {
            throw new Unstartable(
                    "không mở được kho dữ liệu / cannot open the store in " + config.dataDirectory() + ": "
                            + busy.getCause(),
                    busy);
        }
    }

    @Override
    public void close() {
        mongo.close();
        embedded.ifPresent(EmbeddedStore::close);
    }
}

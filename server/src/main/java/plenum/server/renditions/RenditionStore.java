package plenum.server.renditions;

import java.util.Optional;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;
import plenum.server.platform.Sha256;

/** One record for each PDF in the collection {@code renditions}, {@code _id} = its SHA-256. Calls block. */
public final class RenditionStore {
    private final RecordTable<Rendition> records;

    public RenditionStore(Mongo mongo) {
        this.records = new RecordTable<>(mongo, "renditions", Rendition.class, Rendition::sha256);
    }

    Optional<Rendition> find(Sha256 original) {
        return records.get(original.hex());
    }

    /** Durable when it returns. */
    void put(Rendition rendition) {
        if (!records.put(rendition)) {
            throw new IllegalStateException("renditions have no unique key but their id");
        }
    }
}

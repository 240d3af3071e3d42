package plenum.server.platform;

import com.mongodb.client.model.ReplaceOptions;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link BlobStore} in the store of records, for several machines: {@code blobs.files} and {@code blobs.chunks} as
 * GridFS lays them out, written by plain single-document operations, the entry of the file last. The directory keeps a
 * copy of what was used here; bytes that are missing or damaged in it are fetched again. What is being written is noted
 * in {@code blobs.uploads} first, so that the chunks of an upload that was cut can be swept.
 */
public final class MongoBlobStore implements BlobStore {
    private static final Logger LOG = LoggerFactory.getLogger(MongoBlobStore.class);
    /** Of GridFS (specification, section "chunk size"). */
    private static final int CHUNK = 255 * 1024;

    private static final long PATIENCE_SECONDS = 15;
    /** Longer than an upload of another machine takes. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private static final int MOST_UPLOADS = 10_000;
    private static final int MOST_AT_ONCE = 500;
    /** How the note of a machine ends that removes. */
    private static final String REMOVAL = ":removal";

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final Mongo mongo;
    private final DirectoryBlobStore near;
    private final InstantSource clock;
    private final String machine;

    private MongoBlobStore(Mongo mongo, DirectoryBlobStore near, InstantSource clock, String machine) {
        this.machine = machine;
        this.mongo = mongo;
        this.near = near;
        this.clock = clock;
    }

    /** Blocks until the index of GridFS is there, and what uploads of this machine left half written is gone. */
    public static MongoBlobStore open(Mongo mongo, DirectoryBlobStore near, InstantSource clock) throws IOException {
        settled(mongo.index("blobs.chunks", Mongo.IndexKind.UNIQUE, "files_id", "n"));
        settled(mongo.index("blobs.uploads", Mongo.IndexKind.REPEATABLE, "name"));
        var store = new MongoBlobStore(mongo, near, clock, near.identity());
        store.sweep();
        return store;
    }

    private void sweep() {
        var forgotten = clock.instant().minus(FORGOTTEN);
        var uploads =
                settled(Publishers.all(mongo.collection("blobs.uploads").find().limit(MOST_UPLOADS)));
        for (var upload : uploads) {
            if (upload.getString("machine").equals(machine)
                    || upload.getDate("at").toInstant().isBefore(forgotten)) {
                sweep(upload);
            }
        }
    }

    /** Chunks stay when the file is whole, or when another machine is writing the same. */
    private void sweep(Document upload) {
        var name = new Sha256(upload.getString("name"));
        delete("blobs.uploads", new Document("_id", upload.get("_id")));
        var others =
                settled(Publishers.first(mongo.collection("blobs.uploads").find(new Document("name", name.hex()))));
        if (others.isEmpty() && entry(name) == null) {
            delete("blobs.chunks", new Document("files_id", name.hex()));
            LOG.info("swept the chunks of an upload of {} that was cut", name);
        }
    }

    private void delete(String collection, Document filter) {
        var unused = settled(Publishers.first(mongo.collection(collection).deleteMany(filter)));
    }

    /** What is kept is in the store and here. */
    @Override
    public Incoming receive() throws IOException {
        return near.receive(this::upload);
    }

    @Override
    public Optional<Path> find(Sha256 sha256) {
        var copy = near.find(sha256);
        return copy.isPresent() || !fetch(sha256) ? copy : near.find(sha256);
    }

    @Override
    public boolean verify(Sha256 sha256) throws IOException {
        return near.verify(sha256) || fetch(sha256);
    }

    /**
     * The entry goes first: chunks without one are nobody's. Copies of other machines stay until they are swept there.
     */
    @Override
    public void remove(Sha256 sha256) throws IOException {
        delete("blobs.files", new Document("_id", sha256.hex()));
        delete("blobs.chunks", new Document("files_id", sha256.hex()));
        near.remove(sha256);
    }

    @Override
    public List<Sha256> keptBefore(Instant limit) throws IOException {
        var found = new LinkedHashSet<Sha256>();
        for (var from = ""; ; ) {
            var query = new Document("_id", new Document("$gt", from));
            var some = settled(Publishers.all(mongo.collection("blobs.files")
                    .find(query)
                    .sort(new Document("_id", 1))
                    .limit(MOST_AT_ONCE)));
            for (var entry : some) {
                from = entry.getString("_id");
                if (entry.getDate("uploadDate").toInstant().isBefore(limit)) {
                    found.add(new Sha256(from));
                }
            }
            if (some.size() < MOST_AT_ONCE) {
                break;
            }
        }
        for (var copy : near.keptBefore(limit)) {
            if (!found.contains(copy) && entry(copy) == null) {
                found.add(copy);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public boolean refresh(Sha256 sha256) throws IOException {
        var fresh = new Document("$set", new Document("uploadDate", Date.from(clock.instant())));
        return settled(Publishers.first(
                                mongo.collection("blobs.files").updateOne(new Document("_id", sha256.hex()), fresh)))
                        .orElseThrow()
                        .getMatchedCount()
                > 0;
    }

    /**
     * Each machine says that it removes before it looks whether another uploads, and the other way round: so chunks
     * that somebody writes anew are never deleted.
     */
    @Override
    public boolean removeKeptBefore(Sha256 sha256, Instant limit) throws IOException {
        var note = note(sha256, REMOVAL);
        put("blobs.uploads", note);
        try {
            var old = new Document("_id", sha256.hex()).append("uploadDate", new Document("$lt", Date.from(limit)));
            var removed =
                    settled(Publishers.first(mongo.collection("blobs.files").deleteMany(old)))
                                    .orElseThrow()
                                    .getDeletedCount()
                            > 0;
            if (removed && notes(sha256).stream().allMatch(MongoBlobStore::removes)) {
                delete("blobs.chunks", new Document("files_id", sha256.hex()));
            }
            return entry(sha256) == null && near.removeKeptBefore(sha256, limit) || removed;
        } finally {
            delete("blobs.uploads", new Document("_id", note.get("_id")));
        }
    }

    private Document note(Sha256 name, String what) {
        return new Document("_id", name.hex() + ":" + machine + what)
                .append("name", name.hex())
                .append("machine", machine)
                .append("at", Date.from(clock.instant()));
    }

    private List<Document> notes(Sha256 name) {
        return settled(Publishers.all(mongo.collection("blobs.uploads")
                .find(new Document("name", name.hex()))
                .limit(MOST_UPLOADS)));
    }

    private static boolean removes(Document note) {
        return note.getString("_id").endsWith(REMOVAL);
    }

    /** A machine that died while it removed is waited for no longer than for the store. */
    private void awaitRemovals(Sha256 name) throws IOException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (notes(name).stream().anyMatch(MongoBlobStore::removes) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void upload(Path file, Sha256 name) throws IOException {
        if (refresh(name)) {
            return;
        }
        var note = note(name, "");
        put("blobs.uploads", note);
        awaitRemovals(name);
        try (var channel = FileChannel.open(file)) {
            var piece = ByteBuffer.allocate(CHUNK);
            for (var n = 0; fill(channel, piece); n++) {
                put("blobs.chunks", chunk(name, n, piece));
            }
        }
        put(
                "blobs.files",
                new Document("_id", name.hex())
                        .append("length", Files.size(file))
                        .append("chunkSize", CHUNK)
                        .append("uploadDate", Date.from(clock.instant()))
                        .append("filename", name.hex()));
        delete("blobs.uploads", new Document("_id", note.get("_id")));
    }

    private static boolean fill(FileChannel from, ByteBuffer piece) throws IOException {
        piece.clear();
        var length = 0;
        while (length >= 0 && piece.hasRemaining()) {
            length = from.read(piece);
        }
        return piece.flip().hasRemaining();
    }

    private static Document chunk(Sha256 name, int n, ByteBuffer piece) {
        var data = new byte[piece.remaining()];
        piece.get(data);
        return new Document("_id", chunkId(name, n))
                .append("files_id", name.hex())
                .append("n", n)
                .append("data", new Binary(data));
    }

    private static String chunkId(Sha256 name, int n) {
        return name.hex() + ":" + n;
    }

    /** @return false: the store does not have the bytes */
    private boolean fetch(Sha256 name) {
        var entry = entry(name);
        if (entry == null) {
            return false;
        }
        try (var incoming = near.receive()) {
            for (var n = 0; incoming.bytes() < entry.getLong("length"); n++) {
                incoming.write(bytes(name, n));
            }
            if (!incoming.sha256().equals(name)) {
                throw new IOException("the bytes of " + name + " are damaged in the store");
            }
            var unused = incoming.keep();
            return true;
        } catch (IOException fault) {
            throw new IllegalStateException("blob " + name + " cannot be fetched", fault);
        }
    }

    private byte[] bytes(Sha256 name, int n) throws IOException {
        var chunk = get("blobs.chunks", chunkId(name, n));
        if (chunk == null || chunk.get("data", Binary.class).length() == 0) {
            throw new IOException("part " + n + " of " + name + " is missing in the store");
        }
        return chunk.get("data", Binary.class).getData();
    }

    private @Nullable Document entry(Sha256 name) {
        return get("blobs.files", name.hex());
    }

    private @Nullable Document get(String collection, String id) {
        return settled(Publishers.first(mongo.collection(collection).find(new Document("_id", id))))
                .orElse(null);
    }

    private void put(String collection, Document document) {
        var unused = settled(Publishers.first(
                mongo.collection(collection).replaceOne(new Document("_id", document.get("_id")), document, UPSERT)));
    }

    private static <R> R settled(Future<R> future) {
        try {
            return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("the store did not answer within " + PATIENCE_SECONDS + " s", late);
        }
    }
}

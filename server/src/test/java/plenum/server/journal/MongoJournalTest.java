package plenum.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.embedded.EmbeddedStore;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.Publishers;

class MongoJournalTest {
    private static final SessionId SESSION = new SessionId("ky-hop-18");
    private static final Instant NOW = Instant.parse("2026-12-08T01:00:00.123Z");
    private static final EventCodec CODEC = new EventCodec(Map.of("test.said", Said.class));

    record Said(String text) implements SessionEvent {}

    @TempDir
    private Path directory = Path.of("");

    private Opened store = new Opened(Optional.empty(), Optional.empty());

    private record Opened(Optional<EmbeddedStore> embedded, Optional<Mongo> mongo) {}

    @BeforeEach
    void open() throws Exception {
        var embedded = EmbeddedStore.open(directory);
        store = new Opened(Optional.of(embedded), Optional.of(Mongo.open(embedded.connectionString())));
        var unused = mongo().index("journal", Mongo.IndexKind.REPEATABLE, "session", "last")
                .await();
    }

    @AfterEach
    void close() {
        store.mongo().ifPresent(Mongo::close);
        store.embedded().ifPresent(EmbeddedStore::close);
    }

    @Test
    void whatWasAppendedIsReadBack() {
        var journal = journal();
        var first = entries(1, 3);
        var second = entries(4, 5);
        var hash = append(journal, first, JournalBatch.START);
        append(journal, second, hash);
        assertThat(journal.read(SESSION, 0, 100)).hasSize(5).containsAll(first).containsAll(second);
        assertThat(journal.read(SESSION, 3, 100)).isEqualTo(second);
        assertThat(journal.read(SESSION, 1, 2)).extracting(JournalEntry::seq).containsExactly(2L, 3L);
        assertThat(journal.lines(SESSION, 4, 1).getFirst().data().path("text").asText())
                .isEqualTo("Kính thưa kỳ họp 5");
    }

    @Test
    void oneBatchIsOneDocumentInTheFormOfTheProtocol() {
        var hash = append(journal(), entries(1, 2), JournalBatch.START);
        var stored = Publishers.first(mongo().collection("journal").find(new Document("_id", "ky-hop-18:000000000001")))
                .await()
                .orElseThrow();
        assertThat(stored.keySet()).containsExactly("_id", "session", "first", "last", "at", "bytes", "prev", "hash");
        assertThat(stored.get("prev", Binary.class).getData()).isEqualTo(new byte[32]);
        assertThat(hash).hasSize(64);
    }

    @Test
    void aSecondWriterOfTheSameSequenceIsStopped() {
        var journal = journal();
        append(journal, entries(1, 3), JournalBatch.START);
        assertThatThrownBy(() -> append(journal, entries(1, 1), JournalBatch.START))
                .isInstanceOf(SequenceTaken.class);
        assertThat(journal.read(SESSION, 0, 100)).hasSize(3);
    }

    @Test
    void sessionsDoNotMeet() {
        var journal = journal();
        append(journal, entries(1, 3), JournalBatch.START);
        assertThat(journal.read(new SessionId("ky-hop-1"), 0, 100)).isEmpty();
    }

    @Test
    void aChangedByteIsNoticed() {
        var journal = journal();
        append(journal, entries(1, 3), JournalBatch.START);
        var collection = mongo().collection("journal");
        var id = new Document("_id", "ky-hop-18:000000000001");
        var stored = Publishers.first(collection.find(id)).await().orElseThrow();
        var bytes = stored.get("bytes", Binary.class).getData();
        bytes[bytes.length - 5] ^= 1;
        Publishers.done(collection.updateOne(id, new Document("$set", new Document("bytes", new Binary(bytes)))))
                .await();
        assertThatThrownBy(() -> journal.read(SESSION, 0, 100))
                .isInstanceOf(BrokenJournal.class)
                .hasMessageContaining("was changed");
    }

    @Test
    void aMissingBatchIsNoticed() {
        var journal = journal();
        var hash = append(journal, entries(1, 3), JournalBatch.START);
        hash = append(journal, entries(4, 4), hash);
        append(journal, entries(5, 6), hash);
        var id = new Document("_id", "ky-hop-18:000000000004");
        Publishers.done(mongo().collection("journal").deleteOne(id)).await();
        assertThatThrownBy(() -> journal.read(SESSION, 0, 100))
                .isInstanceOf(BrokenJournal.class)
                .hasMessageContaining("after entry 3 comes 5");
    }

    @Test
    void aBatchThatDoesNotContinueTheChainIsNoticed() {
        var journal = journal();
        append(journal, entries(1, 3), JournalBatch.START);
        append(journal, entries(4, 4), "ab".repeat(32));
        assertThatThrownBy(() -> journal.read(SESSION, 0, 100))
                .isInstanceOf(BrokenJournal.class)
                .hasMessageContaining("does not continue the chain");
    }

    @Test
    void moreThanADocumentHoldsIsSeveralBatches() {
        var journal = journal();
        var text = "ă".repeat(2_000_000);
        var many =
                LongStream.rangeClosed(1, 5).mapToObj(seq -> entry(seq, text)).toList();
        append(journal, many, JournalBatch.START);
        assertThat(journal.batches(SESSION, 0, 10)).hasSizeGreaterThan(2);
        assertThat(journal.read(SESSION, 0, 10)).isEqualTo(many);
    }

    @Test
    void theNewestSnapshotIsKept() {
        var snapshots = new MongoSnapshots(mongo().collection("snapshots"));
        assertThat(snapshots.newest(SESSION)).isEmpty();
        snapshots.write(new Snapshot(SESSION, 7, "aa", "form-1", new byte[] {1, 2}));
        snapshots.write(new Snapshot(SESSION, 9, "bb", "form-1", new byte[] {3, 4}));
        var newest = snapshots.newest(SESSION).orElseThrow();
        assertThat(newest.seq()).isEqualTo(9);
        assertThat(newest.bytes()).containsExactly(3, 4);
    }

    @Test
    void aDamagedSnapshotIsNotUsed() {
        var snapshots = new MongoSnapshots(mongo().collection("snapshots"));
        snapshots.write(new Snapshot(SESSION, 7, "aa", "form-1", new byte[] {1, 2}));
        var change = new Document("$set", new Document("bytes", new Binary(new byte[] {1, 3})));
        Publishers.done(mongo().collection("snapshots").updateOne(new Document("_id", SESSION.value()), change))
                .await();
        assertThat(snapshots.newest(SESSION)).isEmpty();
    }

    private Mongo mongo() {
        return store.mongo().orElseThrow();
    }

    private Journal journal() {
        return new MongoJournal(mongo().collection("journal"), CODEC);
    }

    @CanIgnoreReturnValue
    private static String append(Journal journal, List<JournalEntry> entries, String prev) {
        var batches = CODEC.seal(SESSION, entries, prev);
        batches.forEach(journal::append);
        return batches.getLast().hash();
    }

    private static List<JournalEntry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(seq -> entry(seq, "Kính thưa kỳ họp " + seq))
                .toList();
    }

    private static JournalEntry entry(long seq, String text) {
        return new JournalEntry(
                seq,
                NOW,
                new PersonId("thu-ky"),
                Set.of(Role.SECRETARY, Role.DELEGATE),
                Optional.of(new CommandId("c" + seq)),
                new Said(text));
    }
}

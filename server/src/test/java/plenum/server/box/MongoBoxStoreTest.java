package plenum.server.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.server.platform.Publishers;
import plenum.server.secret.Phase;
import plenum.server.testkit.Store;

/** The rows of the ballot box as they lie in a real store. */
final class MongoBoxStoreTest {
    private final Store store = new Store();
    private final MongoBoxStore box = new MongoBoxStore(store.mongo());

    @BeforeEach
    void begin() {
        assertThat(box.begin(new PollRecord("p1", "text", Phase.CAST, 3, null))).isTrue();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static byte[] sealed(int value) {
        return new byte[] {(byte) value, 1, 2};
    }

    @Test
    void aRowIsAnIdAndSealedBytesAndNothingElse() throws Exception {
        assertThat(box.keep("p1", "a", sealed(7))).isEmpty();
        var rows = Publishers.all(
                store.mongo().collection("rows_p1").find(new Document()).limit(9));
        assertThat(rows.await(10, TimeUnit.SECONDS))
                .singleElement()
                .satisfies(row -> assertThat(row.keySet()).containsExactlyInAnyOrder("_id", "c"));
    }

    @Test
    void theFirstOfANameStays() {
        assertThat(box.keep("p1", "a", sealed(1))).isEmpty();
        assertThat(box.keep("p1", "a", sealed(2))).contains(sealed(1));
        assertThat(box.row("p1", "a")).contains(sealed(1));
        assertThat(box.count("p1")).isEqualTo(1);
        assertThat(box.row("p1", "b")).isEmpty();
    }

    @Test
    void manyRowsComeBackAndGo() {
        IntStream.range(0, 120)
                .forEach(one ->
                        assertThat(box.keep("p1", "row" + one, sealed(one))).isEmpty());
        assertThat(box.rows("p1")).hasSize(120);
        box.drop("p1");
        box.drop("p1");
        assertThat(box.rows("p1")).isEmpty();
    }

    @Test
    void aPollBeginsOnceAndKeepsItsPhase() {
        assertThat(box.begin(new PollRecord("p1", "other", Phase.ISSUE, 0, null)))
                .isFalse();
        box.put(box.poll("p1").orElseThrow().at(Phase.CLOSING, 3));
        assertThat(new MongoBoxStore(store.mongo()).polls())
                .containsExactly(new PollRecord("p1", "text", Phase.CLOSING, 3, null));
    }
}

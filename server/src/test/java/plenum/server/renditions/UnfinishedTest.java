package plenum.server.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.server.platform.DirectoryBlobStore;
import plenum.server.platform.Sha256;
import plenum.server.testkit.House;

/** A paper whose words take longer to be read than there is time for: it is not left so unseen. */
final class UnfinishedTest {
    /** Reads the first page's words, and those of the second only once it may. */
    private static final String SLOW = """
            tab=$(printf '\\t')
            while IFS="$tab" read -r what file target rest; do
              case "$what" in
                copy) echo none ;;
                facts) echo '{"pages":[],"outline":[]}' > "$target"; echo made 0 ;;
                texts)
                  echo '"một"' > "$target"
                  if [ ! -e "%s" ]; then exec sleep 600; fi
                  echo '"hai"' >> "$target"
                  echo made 0 ;;
                *) echo made 0 ;;
              esac
            done
            """;

    private House house;
    private DirectoryBlobStore blobs;
    private RenditionStore store;
    private Renditions renditions;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws IOException {
        house = new House(Map.of());
        blobs = DirectoryBlobStore.open(directory.resolve("papers"));
        store = new RenditionStore(house.store.mongo());
        renditions = started();
    }

    private Renditions started() {
        var command = List.of("/bin/sh", "-c", SLOW.formatted(enough()));
        var maker = new RenditionMaker(blobs, command, Duration.ofMillis(150));
        return new Renditions(store, blobs, maker, Duration.ofMillis(20));
    }

    private Path enough() {
        return directory.resolve("enough");
    }

    @AfterEach
    void close() throws Exception {
        renditions.close();
        blobs.close();
        house.close();
    }

    @Test
    void whatWasReadIsThereAtOnceAndTheRestIsReadWhenTheServerHasTime() throws IOException {
        var paper = paper("one");
        renditions.want(paper);
        until(() -> renditions.find(paper).isPresent());
        var first = renditions.find(paper).orElseThrow();
        assertThat(first.hasAllWords()).isFalse();
        assertThat(renditions.texts(first, 1, 9)).containsExactly("một");
        Files.createFile(enough());
        until(() -> renditions.find(paper).orElseThrow().hasAllWords());
        var whole = renditions.find(paper).orElseThrow();
        assertThat(renditions.texts(whole, 1, 9)).containsExactly("một", "hai");
        assertThat(whole.facts()).as("what was whole is not made again").isEqualTo(first.facts());
    }

    @Test
    void itIsTriedAFewTimesAndThenStaysAsItIsAlsoAfterAStart() throws Exception {
        var paper = paper("two");
        renditions.want(paper);
        until(() -> tries(paper) == RenditionMaker.MOST_TRIES);
        renditions.close();
        Files.createFile(enough());
        renditions = started();
        renditions.wantSometime(paper);
        var other = paper("three");
        renditions.wantSometime(other);
        until(() -> renditions.find(other).isPresent() && !renditions.busy());
        assertThat(tries(paper)).isEqualTo(RenditionMaker.MOST_TRIES);
        assertThat(renditions.find(paper).orElseThrow().hasAllWords()).isFalse();
    }

    @Test
    void aStartGoesOnTrying() throws Exception {
        var paper = paper("four");
        renditions.want(paper);
        until(() -> tries(paper) > 0);
        renditions.close();
        assertThat(tries(paper)).isLessThan(RenditionMaker.MOST_TRIES);
        Files.createFile(enough());
        renditions = started();
        renditions.wantSometime(paper);
        until(() -> renditions.find(paper).orElseThrow().hasAllWords());
    }

    private Sha256 paper(String words) throws IOException {
        return blobs.put(new ByteArrayInputStream(words.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .sha256();
    }

    private int tries(Sha256 paper) {
        return store.find(paper).map(Rendition::timesMade).orElse(0);
    }

    private static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("60 s have passed").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}

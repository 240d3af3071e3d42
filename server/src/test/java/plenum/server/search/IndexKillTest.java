package plenum.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that writes the index dies in the middle of its work, again and again on the same files. */
final class IndexKillTest {
    private static final int KILLS = Integer.getInteger("plenum.kills", 5);

    private final Random random = new Random();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void noPageIsLostOrDoubledAfterAnyKill() throws Exception {
        var kept = 0;
        for (var kill = 1; kill <= KILLS; kill++) {
            var before = kept;
            try (var process = IndexProcess.start(directory, kept)) {
                process.await(before + 3);
                LockSupport.parkNanos(random.nextInt(400) * 1_000_000L);
                kept = process.kill();
            }
            assertThat(kept).isGreaterThan(before);
            everyPaperIsWhole(kept);
        }
    }

    /** Those that were said to be kept, and the one after it if it came so far. */
    private void everyPaperIsWhole(int kept) throws IOException {
        try (var index = PaperIndex.open(directory)) {
            assertThat(index.prints()).hasSizeBetween(kept, kept + 1);
            for (var number = 0; number < kept; number++) {
                assertThat(index.prints()).containsEntry(InventedPapers.key(number), IndexProcess.print(number));
            }
            for (var number = 0; number < index.prints().size(); number++) {
                assertThat(pages(index, number)).as("paper %d", number).isEqualTo(IndexProcess.pages(number));
            }
        }
    }

    private static long pages(PaperIndex index, int number) throws IOException {
        var searcher = index.searchers().acquire();
        try {
            var wish = new SearchWish(
                    IndexProcess.mark(number) + " ",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    5);
            var search = new IndexSearch(searcher, wish, Set.of("hdnd-11/CONTROL"));
            var found = search.found(search.best(5));
            assertThat(found).extracting(Found::key).containsExactly(InventedPapers.key(number));
            return found.getFirst().pages();
        } finally {
            index.searchers().release(searcher);
        }
    }
}

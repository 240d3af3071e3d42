package plenum.server.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is lost, repeated, overtaken or killed: one valid ballot a token, every receipt on the board, never more
 * cast than issued. All 10,000 seeds: {@code -Dplenum.seeds=10000}.
 */
final class SimulationTest {
    private static final int SEEDS = Integer.getInteger("plenum.seeds", 60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS) // for all seeds
    void everyReceiptIsOnTheBoardWhateverHappens() throws IOException {
        var wrong = new ArrayList<String>();
        var crashes = 0;
        for (var seed = 0L; seed < SEEDS; seed++) {
            var poll = new PollSimulation(seed, Files.createDirectory(directory.resolve("keys-" + seed)));
            try {
                poll.run();
            } catch (AssertionError | RuntimeException found) {
                wrong.add("seed " + seed + ": " + found);
            }
            crashes += poll.crashes();
        }
        assertThat(wrong).isEqualTo(List.of());
        assertThat(crashes).as("kills").isGreaterThan(SEEDS);
    }
}

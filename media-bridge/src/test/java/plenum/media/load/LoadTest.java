package plenum.media.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The load program in small, so that it cannot rot; what it measures here says nothing. */
@Isolated
class LoadTest {
    @Test
    void fourWatchersGetWhatOneSends() {
        var window = run("1x4");
        assertThat(window.offered()).isPositive();
        assertThat(window.expected()).isEqualTo(4 * window.offered());
        // on a busy machine an estimate may leave a watcher without the picture: that is its duty, not a loss
        assertThat(window.lost()).isLessThan(1);
        assertThat(window.cpuUs()).isPositive();
        assertThat(window.residentKib()).isPositive();
        assertThat(window.toString()).startsWith("| 1x4 | Plenum |");
    }

    @Test
    void threeVoicesAreHeardByEachOther() {
        var window = run("audio3x3");
        assertThat(window.expected()).isEqualTo(2 * window.offered());
        assertThat(window.lost()).isLessThan(0.01);
    }

    private static Window run(String cell) {
        var flags = Flags.of("--bridges", "plenum", "--seconds", "3", "--warmup", "3", "--rounds", "1");
        var windows = Load.run(flags, List.of(Cell.of(cell)));
        assertThat(windows).hasSize(1);
        return windows.getFirst();
    }
}

package plenum.server.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a program is started that reads files of strangers: behind everything else, with bounded memory and time, and,
 * where the machine lets us, without a network, without our data and in a room of processes that ends with its first.
 */
final class Confinement {
    private static final Logger LOG = LoggerFactory.getLogger(Confinement.class);
    private static final long MOST_MEMORY_KIB = 3L << 20;
    private static final long MOST_FILE_BLOCKS = 1L << 20;
    private static final List<String> ROOMS = List.of(
            "/usr/bin/unshare", "--map-root-user", "--net", "--ipc", "--mount", "--pid", "--fork", "--kill-child");
    private static final String LIMITS = "ulimit -v %d; ulimit -f %d; ulimit -t %d; ";
    private final List<Path> hidden;
    private final boolean rooms;

    /** @param hidden directories that the program must not see */
    Confinement(List<Path> hidden) {
        this.hidden = hidden.stream().map(Path::toAbsolutePath).toList();
        this.rooms = works(command(true, 5, List.of("true")));
        if (!rooms) {
            LOG.warn("office files are converted without rooms of their own: this machine allows no user namespaces");
        }
    }

    /** Whether the program has no network and does not see what is hidden. */
    boolean whole() {
        return rooms;
    }

    List<String> command(int seconds, List<String> program) {
        return command(rooms, seconds, program);
    }

    private List<String> command(boolean apart, int seconds, List<String> program) {
        var command = new ArrayList<String>();
        if (apart) {
            command.addAll(ROOMS);
        }
        var steps = new StringBuilder(LIMITS.formatted(MOST_MEMORY_KIB, MOST_FILE_BLOCKS, seconds));
        if (apart) {
            for (var each = 1; each <= hidden.size(); each++) {
                steps.append("mount -t tmpfs none \"$").append(each).append("\" || exit 9; ");
            }
        }
        steps.append("shift ").append(hidden.size()).append("; exec nice -n 10 \"$@\"");
        command.addAll(List.of("/bin/sh", "-c", steps.toString(), "sh"));
        hidden.forEach(directory -> command.add(directory.toString()));
        command.addAll(program);
        return command;
    }

    private static boolean works(List<String> command) {
        if (!Files.isExecutable(Path.of(command.getFirst()))) {
            return false;
        }
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var ended = process.waitFor(5, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

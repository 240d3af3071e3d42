package plenum.media.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that we started; it ends with us. */
public final class Child implements AutoCloseable {
    private final Process process;
    private final Thread guard;

    private Child(Process process) {
        this.process = process;
        guard = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(guard);
    }

    /** @param processor on which alone it may run; -1: on any */
    public static Child start(List<String> command, int processor, ProcessBuilder.Redirect output) {
        var words = new ArrayList<String>();
        if (processor >= 0) {
            words.addAll(List.of("taskset", "-c", Integer.toString(processor)));
        }
        words.addAll(command);
        try {
            return new Child(new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(output)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** taskset replaces itself by the program: the id is the program's. */
    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The first line of its output that begins with this, without it; whatever comes later is thrown away. */
    public String awaitLine(String prefix) {
        var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        try {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(prefix)) {
                    Thread.ofPlatform().daemon().start(() -> drain(reader));
                    return line.substring(prefix.length());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the process ended without saying " + prefix);
    }

    private static void drain(BufferedReader reader) {
        try (reader) {
            reader.lines().forEach(line -> {});
        } catch (IOException | UncheckedIOException closed) {
            // it has ended, and its output with it
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(guard);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package plenum.server.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.platform.LineChild;

/** One of Plenum's roles in a child process. It ends when its input does, so it never outlives its parent. */
final class ChildRole implements AutoCloseable {
    /** Set in a child: {@link Main} watches its input. */
    static final String CHILD = "plenum.child";

    private static final Logger LOG = LoggerFactory.getLogger(ChildRole.class);
    private static final int HEAP_MEGABYTES = 256;
    private static final int PATIENCE_SECONDS = 60;

    private final String role;
    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private ChildRole(String role, Process process) {
        this.role = role;
        this.process = process;
        // a virtual thread that waits for a pipe keeps its carrier: two of them would stop all others (JDK 25)
        var unused = Thread.ofPlatform().daemon().name(role + " says").start(this::listen);
    }

    /** Blocks until it listens. */
    static ChildRole start(String role, List<String> options) throws IOException {
        var command = new ArrayList<>(LineChild.java(
                Main.class,
                HEAP_MEGABYTES,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-XX:TieredStopAtLevel=4", // they reckon with long numbers
                "-D" + CHILD + "=true"));
        command.add(role);
        command.addAll(options);
        var child = new ChildRole(
                role, new ProcessBuilder(command).redirectErrorStream(true).start());
        child.awaitReady();
        return child;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.info("{}: {}", role, line);
                if (line.contains("ready: ")) ready.complete(line);
            }
        } catch (IOException over) {
            LOG.debug("{} says no more", role);
        }
        ready.completeExceptionally(new IOException(role + " ended before it was ready"));
    }

    private void awaitReady() throws IOException {
        try {
            var unused = ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException never) {
            close();
            throw new IOException("does not start: plenum " + role, never);
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has put away what it had to. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

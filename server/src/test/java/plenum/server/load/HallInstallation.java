package plenum.server.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plenum.server.keys.Tablet;

/** {@link LoadServer} in a process of its own with a fresh data directory, removed at the end. */
final class HallInstallation implements Installation {
    private static final Duration TOKEN = Duration.ofHours(2);
    private final KeyPair keys = LoadTokens.newKeys();
    private final Path data;
    private final int users;
    private final int port;
    private final List<String> flags;
    private @Nullable Child child;

    HallInstallation(int users, int port, List<String> flags) {
        this.users = users;
        this.port = port;
        this.flags = flags;
        try {
            this.data = Files.createTempDirectory("plenum-load");
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    @Override
    public Child start() {
        var started = Child.java(
                flags,
                LoadServer.class,
                List.of(
                        "--port", Integer.toString(port),
                        "--data", data.toString(),
                        "--users", Integer.toString(users),
                        "--key", LoadTokens.text(keys.getPublic())));
        child = started;
        var ignored = started.awaitLine("READY");
        return started;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String session() {
        return LoadServer.SESSION;
    }

    @Override
    public String token(String person) {
        return LoadTokens.sign(keys.getPrivate(), person, Instant.now().plus(TOKEN));
    }

    @Override
    public void signedIn(List<String> tokens) {
        var running = child;
        if (running == null) throw new IllegalStateException("not started");
        tokens.forEach(token -> running.tell("TOKEN " + token));
        var ignored = running.ask("BATCHES"); // answered when the tokens are read
    }

    @Override
    public void pair(String person, Tablet tablet) {
        var running = child;
        if (running == null) throw new IllegalStateException("not started");
        running.tell("PAIR " + person + " " + tablet.publicKey());
    }

    @Override
    public OptionalLong journalBatches() {
        return child == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(child.ask("BATCHES")));
    }

    @Override
    public void close() {
        if (child != null) child.close();
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}

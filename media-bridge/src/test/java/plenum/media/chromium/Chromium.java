package plenum.media.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A headless Chromium with a fake camera and microphone, showing one page. */
final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--mute-audio",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--autoplay-policy=no-user-gesture-required",
            "--allow-loopback-in-peer-connection",
            "--remote-debugging-port=0");

    private final Process process;
    private final Path profile;

    private Chromium(Process process, Path profile) {
        this.process = process;
        this.profile = profile;
    }

    static Chromium show(String url, Place place) {
        try {
            var profile = Files.createTempDirectory("chromium");
            var command = new ArrayList<String>();
            command.add(Optional.ofNullable(System.getenv("PLENUM_CHROMIUM")).orElse("/usr/bin/chromium"));
            command.addAll(FLAGS);
            command.add("--user-data-dir=" + profile);
            command.add("--unsafely-treat-insecure-origin-as-secure=" + url.replaceAll("(?<=[0-9])/.*", ""));
            command.add(url);
            var log = profile.resolve("log").toFile();
            return new Chromium(
                    new ProcessBuilder(place.command(command))
                            .redirectErrorStream(true)
                            .redirectOutput(log)
                            .start(),
                    profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last of what it logged. */
    String log() {
        try {
            String log = Files.readString(profile.resolve("log"));
            return log.substring(Math.max(0, log.length() - 2_000));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            var unused = process.waitFor(10, TimeUnit.SECONDS);
            delete(profile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                var unused = file.toFile().delete();
            });
        } catch (IOException | UncheckedIOException busy) {
            directory.toFile().deleteOnExit();
        }
    }
}

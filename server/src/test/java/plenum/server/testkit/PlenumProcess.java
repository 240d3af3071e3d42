package plenum.server.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import plenum.server.platform.Json;

/** The whole server as people start it, in a process of its own: what it prints, its HTTP door, its end. */
public final class PlenumProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready: ((?:http|ws)\\S+)");
    private static final Pattern PLAIN = Pattern.compile("also at: (http://\\S+)");
    private static final int PATIENCE_SECONDS = 240;
    /** For a quick start: little compilation, little memory. */
    private static final List<String> JVM = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    private final List<String> arguments;
    private final Process process;
    private final StringBuffer log = new StringBuffer();
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final Thread reader;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PlenumProcess(List<String> arguments, Process process) {
        this.arguments = arguments;
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::listen);
    }

    /** Starts it with these arguments and waits for nothing. */
    public static PlenumProcess begin(String... arguments) {
        return begin(List.of(arguments));
    }

    /** Starts it and waits until it says that it is ready. */
    public static PlenumProcess start(String... arguments) {
        return begin(arguments).awaitReady();
    }

    private static PlenumProcess begin(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-Dplenum.home=" + Path.of("target").toAbsolutePath());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "plenum.server.app.Main"));
        command.addAll(arguments);
        if (hasMedia(arguments) && !arguments.contains("--media-port") && !arguments.contains("--no-media")) {
            command.addAll(List.of("--media-port", "0"));
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PLENUM_"));
        try {
            return new PlenumProcess(arguments, builder.start());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static boolean hasMedia(List<String> arguments) {
        return !arguments.contains("box") && !arguments.contains("relay");
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
                var found = READY.matcher(line);
                if (found.find()) {
                    ready.complete(URI.create(found.group(1)));
                }
            }
        } catch (IOException killed) {
            log.append(killed).append('\n');
        }
        ready.completeExceptionally(new IllegalStateException("ended before it was ready:\n" + log));
    }

    @CanIgnoreReturnValue
    public PlenumProcess awaitReady() {
        try {
            var unused = ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return this;
        } catch (Exception never) {
            kill9();
            throw new IllegalStateException("not ready:\n" + log, never);
        }
    }

    /** The first address that it printed. */
    public URI address() {
        return ready.join();
    }

    /** Where its door is asked by these tests, which believe no certificate: in clear, if there is such an address. */
    private URI door() {
        var plain = PLAIN.matcher(log);
        return plain.find() ? URI.create(plain.group(1)) : address();
    }

    public int port() {
        return address().getPort();
    }

    /** Everything that it printed so far. */
    public String log() {
        return log.toString();
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill9() {
        process.destroyForcibly();
        var unused = awaitEnd();
    }

    /** SIGSTOP: it does nothing more, and its connections stay as they are. */
    public void freeze() {
        signal("-STOP");
    }

    /** SIGCONT. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            var sent = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
            if (sent.waitFor() != 0) throw new IllegalStateException("no signal " + name + "\n" + log);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** SIGTERM; its exit status. */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Its exit status when it ends by itself. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("does not end:\n" + log);
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The same again, on the same data. */
    public PlenumProcess again() {
        return begin(arguments).awaitReady();
    }

    // its HTTP door --------------------------------------------------------------------------------------------

    public HttpResponse<String> get(String path, String token) {
        return send(request(path, token).GET());
    }

    public HttpResponse<String> post(String path, String token, Object json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.text(json))));
    }

    public HttpResponse<String> put(String path, String token, Object json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(Json.text(json))));
    }

    public HttpResponse<String> delete(String path, String token) {
        return send(request(path, token).DELETE());
    }

    /** An access token. */
    public String signIn(String username, String password) {
        var answer = post("/api/auth/sign-in", "", Map.of("username", username, "password", password));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(username + ": " + answer.body());
        }
        return Json.tree(answer.body()).path("accessToken").asText();
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(door() + path)).timeout(Duration.ofSeconds(PATIENCE_SECONDS));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        kill9();
        client.shutdownNow();
    }
}

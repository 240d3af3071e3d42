package plenum.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The built tablet app, listed once at start: only listed paths are served, so none can lead out of the directory.
 * Files under {@code /assets/} carry a hash in their name and are kept for ever, all others are asked for again by
 * ETag.
 */
final class AppFiles implements Handler<RoutingContext> {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("map", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("txt", "text/plain; charset=utf-8"));
    private final Map<String, Entry> entries;

    /** One file; {@code packed} by content coding ({@code br}, {@code gzip}). */
    private record Entry(Path file, String type, String tag, boolean forever, Map<String, Path> packed) {}

    private AppFiles(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
    }

    /** Lists the directory. Blocking. */
    static AppFiles list(Path root) {
        try (var walk = Files.walk(root)) {
            var files = walk.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> "/" + root.relativize(file).toString().replace('\\', '/'), file -> file));
            var entries = new HashMap<String, Entry>();
            files.forEach((path, file) -> {
                if (!path.endsWith(".br") && !path.endsWith(".gz")) {
                    entries.put(path, entry(path, file, files));
                }
            });
            return new AppFiles(entries);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Entry entry(String path, Path file, Map<String, Path> files) {
        var packed = new HashMap<String, Path>();
        Optional.ofNullable(files.get(path + ".br")).ifPresent(br -> packed.put("br", br));
        Optional.ofNullable(files.get(path + ".gz")).ifPresent(gz -> packed.put("gzip", gz));
        var suffix = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new Entry(
                file,
                TYPES.getOrDefault(suffix, "application/octet-stream"),
                tag(file),
                path.startsWith("/assets/"),
                Map.copyOf(packed));
    }

    private static String tag(Path file) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (IOException | NoSuchAlgorithmException unreadable) {
            throw new IllegalStateException("cannot read " + file, unreadable);
        }
    }

    @Override
    public void handle(RoutingContext context) {
        var path = context.normalizedPath();
        var entry = entries.get(path.equals("/") ? "/index.html" : path);
        if (entry == null && page(context, path)) {
            entry = entries.get("/index.html");
        }
        if (entry == null) {
            context.next();
            return;
        }
        send(context, entry);
    }

    /** The app's own addresses all begin with index.html. */
    private static boolean page(RoutingContext context, String path) {
        var accept = context.request().getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !path.startsWith("/api/")
                && !path.startsWith("/assets/")
                && !path.startsWith("/health/");
    }

    private static void send(RoutingContext context, Entry entry) {
        var request = context.request();
        var coding = coding(request, entry);
        var tag = "\"" + entry.tag() + coding.map(name -> "-" + name).orElse("") + "\"";
        var response = context.response()
                .putHeader("ETag", tag)
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Cache-Control", entry.forever() ? "public, max-age=31536000, immutable" : "no-cache");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            Answers.write(context, Reply.nothing(304));
            return;
        }
        response.putHeader("Content-Type", entry.type());
        coding.ifPresent(name -> response.putHeader("Content-Encoding", name));
        var file = coding.map(entry.packed()::get).orElse(entry.file());
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader("Content-Length", Long.toString(file.toFile().length()));
            Answers.write(context, Reply.nothing(200));
            return;
        }
        Answers.write(context, Reply.file(200, file, 0, Long.MAX_VALUE));
    }

    private static Optional<String> coding(HttpServerRequest request, Entry entry) {
        var accepted = Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
        var names = Arrays.stream(accepted.split(","))
                .map(one -> one.split(";", 2)[0].strip())
                .toList();
        return Stream.of("br", "gzip")
                .filter(name -> names.contains(name) && entry.packed().containsKey(name))
                .findFirst();
    }
}

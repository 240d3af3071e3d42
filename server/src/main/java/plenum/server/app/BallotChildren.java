package plenum.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.tls.LocalAuthority;

/**
 * The ballot box and the relay as processes of this machine: started when they are first wanted, again when one has
 * died, and they end with this process however it ends. Thread-safe; blocks.
 */
final class BallotChildren implements AutoCloseable {
    private final Config config;
    private final InstantSource clock;
    private final Path directory;
    private final int boxPort;
    private final int relayPort;
    private final String serverToken;
    private @Nullable ChildRole box;
    private @Nullable ChildRole relay;
    private @Nullable FileTime relayCertificate;
    private boolean closed;

    private BallotChildren(Config config, InstantSource clock, Path directory) throws IOException {
        this.config = config;
        this.clock = clock;
        this.directory = directory;
        this.boxPort = free();
        this.relayPort = relayPort(config.ballots().port());
        this.serverToken = token("server-token");
        var unusedRelay = token("relay-token");
    }

    static BallotChildren of(Config config, InstantSource clock) throws Unstartable {
        var directory = config.dataDirectory().resolve("ballots").toAbsolutePath();
        try {
            var unused = Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new BallotChildren(config, clock, directory);
        } catch (IOException unusable) {
            throw new Unstartable("không dùng được thư mục / cannot use directory " + directory, unusable);
        }
    }

    /** A page that is open goes on speaking to the same port after a restart. */
    private int relayPort(int configured) throws IOException {
        var file = directory.resolve("relay-port");
        if (configured != 0) return configured;
        if (!Files.exists(file)) Files.writeString(file, Integer.toString(free()));
        return Integer.parseInt(Files.readString(file).strip());
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A new secret for each run: nobody but this process and its children has use of it. */
    private String token(String name) throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        Files.writeString(directory.resolve(name), token + "\n");
        return token;
    }

    String serverToken() {
        return serverToken;
    }

    /** Where tablets reach the relay. */
    List<String> relays() {
        var named = config.ballots().relay();
        if (named != null) return List.of(named);
        return config.tls().mode() == Config.TlsMode.OFF
                ? List.of("http://127.0.0.1:" + relayPort)
                : Doors.addresses(config).urls("https", relayPort).stream()
                        .map(Doors::origin)
                        .toList();
    }

    /** The running box's address; starts what does not run. @throws UncheckedIOException when it cannot */
    synchronized URI box() {
        if (closed) throw new UncheckedIOException(new IOException("stopping"));
        try {
            if (box == null || !box.isAlive()) box = ChildRole.start("box", boxOptions());
            ensureRelay();
            return URI.create("http://127.0.0.1:" + boxPort);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private void ensureRelay() throws IOException {
        var certificate = certificate();
        var changed = certificate.isPresent()
                && !Objects.equals(relayCertificate, Files.getLastModifiedTime(certificate.get()));
        if (relay != null && relay.isAlive() && !changed) return;
        if (relay != null) relay.close();
        relayCertificate = certificate.isPresent() ? Files.getLastModifiedTime(certificate.get()) : null;
        relay = ChildRole.start("relay", relayOptions(certificate));
    }

    private List<String> boxOptions() {
        return List.of(
                "--server-token", file("server-token"),
                "--relay-token", file("relay-token"),
                "--keys", file("keys"),
                "--data", file("box"),
                "--listen", "127.0.0.1:" + boxPort);
    }

    private List<String> relayOptions(Optional<Path> certificate) {
        var host = certificate.isPresent() ? config.listen().host() : "127.0.0.1";
        var usual = Stream.of(
                "--box", "http://127.0.0.1:" + boxPort,
                "--token", file("relay-token"),
                "--listen", host + ":" + relayPort);
        var tls = certificate.stream().flatMap(file -> Stream.of("--certificate", file.toString(), "--key", key(file)));
        return Stream.concat(usual, tls).toList();
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    /** The relay's own under the local authority, the operator's otherwise. */
    private Optional<Path> certificate() {
        return switch (config.tls().mode()) {
            case OFF -> Optional.empty();
            case OPERATOR -> Optional.ofNullable(config.tls().certificateFile());
            case LOCAL_AUTHORITY -> Optional.of(issued());
        };
    }

    private String key(Path certificate) {
        var key = config.tls().mode() == Config.TlsMode.OPERATOR ? config.tls().keyFile() : certificate;
        return String.valueOf(key);
    }

    private Path issued() {
        var addresses = Doors.addresses(config);
        var file = Doors.directory(config).resolve("relay.pem").toAbsolutePath();
        var unused =
                LocalAuthority.open(Doors.directory(config), addresses, clock).credential(file, addresses);
        return file;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (relay != null) relay.close();
        if (box != null) box.close();
    }
}

package plenum.server.app;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.conference.MediaEndpoint;
import plenum.server.http.HttpHouse;
import plenum.server.joined.JoinedEndpoint;
import plenum.server.live.LiveEndpoint;
import plenum.server.live.SocketRoute;
import plenum.server.tls.Addresses;
import plenum.server.tls.CertificateRenewal;
import plenum.server.tls.Credential;
import plenum.server.tls.Fingerprint;
import plenum.server.tls.HttpsRedirect;
import plenum.server.tls.InstallPage;
import plenum.server.tls.LocalAuthority;
import plenum.server.tls.OperatorCertificate;
import plenum.server.tls.TlsListener;
import plenum.server.tls.TlsUnusable;

/**
 * The listeners of one running Plenum: plain HTTP, and HTTPS when configured. Both lead to the same house, but in clear
 * over a network only to health and the page that installs the root; anything else is sent to HTTPS.
 */
final class Doors implements AutoCloseable {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "[::1]", "localhost");
    private static final Duration RENEWAL_LOOK = Duration.ofMinutes(1);

    private final Config config;
    private final Vertx vertx;
    private final HttpHouse house;
    private final List<String> urls = new ArrayList<>();
    private final List<String> installPages = new ArrayList<>();
    private @Nullable CertificateRenewal renewal;
    private Optional<String> fingerprint = Optional.empty();

    private Doors(Config config, Vertx vertx, HttpHouse house) {
        this.config = config;
        this.vertx = vertx;
        this.house = house;
    }

    static Doors open(Config config, Vertx vertx, HttpHouse house, InstantSource clock) throws Exception {
        var doors = new Doors(config, vertx, house);
        try {
            switch (config.tls().mode()) {
                case OFF -> doors.show("http", doors.plain(house.router()));
                case LOCAL_AUTHORITY -> doors.local(clock);
                case OPERATOR -> doors.operator(clock);
            }
        } catch (TlsUnusable unusable) {
            throw new Unstartable(String.valueOf(unusable.getMessage()), unusable);
        }
        return doors;
    }

    private void local(InstantSource clock) throws Exception {
        var authority = LocalAuthority.open(directory(), addresses(), clock);
        fingerprint = Optional.of(Fingerprint.of(authority.root()).toString());
        Callable<Credential> source = () -> authority.serverCredential(addresses());
        var https = secure(source);
        var plain = beside(https);
        var page = new InstallPage(authority.root(), addresses(), plain.actualPort(), https.actualPort());
        page.mount(house.router());
        urls("http", plain).forEach(url -> installPages.add(url + InstallPage.PATH));
    }

    private void operator(InstantSource clock) throws Exception {
        var certificate = config.tls().certificateFile();
        var key = config.tls().keyFile();
        if (certificate == null || key == null) {
            throw new Unstartable("tls.mode operator: cần / needs tls.certificateFile, tls.keyFile");
        }
        var files = new OperatorCertificate(certificate, key);
        var unused = beside(secure(() -> files.credential(clock)));
    }

    /** The plain listener when there is one with TLS. */
    private HttpServer beside(HttpServer https) throws Exception {
        if (!loopback()) {
            return plain(narrow(https.actualPort()));
        }
        var plain = plain(house.router());
        show("http", plain);
        return plain;
    }

    private boolean loopback() throws UnknownHostException {
        return InetAddress.getByName(config.listen().host()).isLoopbackAddress();
    }

    private Router narrow(int tlsPort) {
        var narrow = Router.router(vertx);
        for (var path : List.of("/health/*", InstallPage.PATH, InstallPage.PATH + "/*")) {
            narrow.route(path).handler(context -> house.router().handle(context.request()));
        }
        narrow.route().handler(new HttpsRedirect(tlsPort));
        return narrow;
    }

    private HttpServer plain(Router entrance) throws Unstartable {
        return listen(options(config).setPort(config.listen().port()), entrance);
    }

    private HttpServer secure(Callable<Credential> source) throws Exception {
        var credential = source.call();
        var options = options(config).setPort(config.tls().port());
        var https = listen(TlsListener.secure(options, credential), house.router());
        var watching = new CertificateRenewal(vertx, https, credential, source);
        watching.every(RENEWAL_LOOK);
        renewal = watching;
        show("https", https);
        return https;
    }

    private HttpServer listen(HttpServerOptions options, Router entrance) throws Unstartable {
        try {
            return house.listen(options, entrance).await();
        } catch (Exception failure) {
            // NIO says BindException, epoll says NativeIoException
            if (failure instanceof IOException || failure.getCause() instanceof IOException) {
                throw new Unstartable(
                        "không nghe được / cannot listen on " + options.getHost() + ":" + options.getPort() + ": "
                                + failure.getMessage(),
                        failure);
            }
            throw failure;
        }
    }

    private static HttpServerOptions options(Config config) {
        return SocketRoute.options(
                        HttpHouse.options(),
                        LiveEndpoint.SUBPROTOCOL,
                        MediaEndpoint.SUBPROTOCOL,
                        JoinedEndpoint.SUBPROTOCOL)
                .setHost(config.listen().host());
    }

    private Addresses addresses() {
        return addresses(config);
    }

    /** Under which names and addresses this machine is reached now. */
    static Addresses addresses(Config config) {
        var hosts = new ArrayList<>(config.tls().hosts());
        if (config.publicUrl() != null) {
            hosts.add(URI.create(config.publicUrl()).getHost());
        }
        return Addresses.ofMachine(config.listen().host(), hosts);
    }

    /** Names and addresses by which this server may be called. */
    static Set<String> hosts(Config config) {
        return Stream.concat(addresses(config).urls("https", 443).stream().map(URI::getHost), LOOPBACK.stream())
                .collect(Collectors.toSet());
    }

    private void show(String scheme, HttpServer door) {
        urls.addAll(urls(scheme, door));
    }

    /** Without a slash at the end, as a browser names an origin; this machine by number, since its name may be ::1. */
    private List<String> urls(String scheme, HttpServer door) {
        return addresses().urls(scheme, door.actualPort()).stream()
                .map(Doors::origin)
                .toList();
    }

    static String origin(URI url) {
        return url.toString().replaceFirst("/$", "").replaceFirst("//localhost\\b", "//127.0.0.1");
    }

    private Path directory() {
        return directory(config);
    }

    /** Of the local authority. */
    static Path directory(Config config) {
        return config.dataDirectory().resolve("tls");
    }

    /** Under which this server is reached, the best first. */
    List<String> urls() {
        return List.copyOf(urls);
    }

    /** Where tablets get the local authority's root. */
    List<String> installPages() {
        return List.copyOf(installPages);
    }

    Optional<String> fingerprint() {
        return fingerprint;
    }

    /** Vert.x closes the listeners themselves. */
    @Override
    public void close() {
        if (renewal != null) {
            renewal.close();
        }
    }
}

package plenum.server.app;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import plenum.server.http.HttpHouse;
import plenum.server.live.LiveEndpoint;
import plenum.server.tls.Addresses;
import plenum.server.tls.CertificateRenewal;
import plenum.server.tls.Credential;
import plenum.server.tls.Fingerprint;
import plenum.server.tls.InstallPage;
import plenum.server.tls.LocalAuthority;
import plenum.server.tls.OperatorCertificate;
import plenum.server.tls.TlsListener;
import plenum.server.tls.TlsUnusable;

/** The listeners of one running Plenum: plain HTTP, and HTTPS when configured. Both lead to the same house. */
final class Doors implements AutoCloseable {
    private static final Duration RENEWAL_LOOK = Duration.ofMinutes(1);

    private final Config config;
    private final Vertx vertx;
    private final HttpHouse house;
    private final List<String> urls = new ArrayList<>();
    private @Nullable CertificateRenewal renewal;
    private Optional<String> fingerprint = Optional.empty();

    private Doors(Config config, Vertx vertx, HttpHouse house) {
        this.config = config;
        this.vertx = vertx;
        this.house = house;
    }

    static Doors open(Config config, Vertx vertx, HttpHouse house, InstantSource clock) throws Exception {
        var doors = new Doors(config, vertx, house);
        var plain = doors.listen(
                new HttpServerOptions(options(config)).setPort(config.listen().port()));
        try {
            switch (config.tls().mode()) {
                case OFF -> {}
                case LOCAL_AUTHORITY -> doors.local(clock, plain.actualPort());
                case OPERATOR -> doors.operator(clock);
            }
        } catch (TlsUnusable unusable) {
            throw new Unstartable(String.valueOf(unusable.getMessage()), unusable);
        }
        doors.urls(doors.addresses(), "http", plain.actualPort());
        return doors;
    }

    private void local(InstantSource clock, int plainPort) throws Exception {
        var authority = LocalAuthority.open(directory(), addresses(), clock);
        fingerprint = Optional.of(Fingerprint.of(authority.root()).toString());
        Callable<Credential> source = () -> authority.serverCredential(addresses());
        var https = secure(source);
        var page = new InstallPage(authority.root(), addresses(), plainPort, https.actualPort());
        page.mount(house.router());
    }

    private void operator(InstantSource clock) throws Exception {
        var certificate = config.tls().certificateFile();
        var key = config.tls().keyFile();
        if (certificate == null || key == null) {
            throw new Unstartable("tls.mode operator: cần / needs tls.certificateFile, tls.keyFile");
        }
        var files = new OperatorCertificate(certificate, key);
        var unused = secure(() -> files.credential(clock));
    }

    private HttpServer secure(Callable<Credential> source) throws Exception {
        var credential = source.call();
        var options =
                new HttpServerOptions(options(config)).setPort(config.tls().port());
        var https = listen(TlsListener.secure(options, credential));
        var watching = new CertificateRenewal(vertx, https, credential, source);
        watching.every(RENEWAL_LOOK);
        renewal = watching;
        urls(addresses(), "https", https.actualPort());
        return https;
    }

    private HttpServer listen(HttpServerOptions options) throws Unstartable {
        try {
            return house.listen(options).await();
        } catch (Exception failure) {
            if (failure instanceof BindException || failure.getCause() instanceof BindException) {
                throw new Unstartable(
                        "cổng đang bận / port in use: " + options.getHost() + ":" + options.getPort(), failure);
            }
            throw failure;
        }
    }

    private static HttpServerOptions options(Config config) {
        return LiveEndpoint.options(HttpHouse.options()).setHost(config.listen().host());
    }

    private Addresses addresses() {
        var hosts = new ArrayList<>(config.tls().hosts());
        if (config.publicUrl() != null) {
            hosts.add(URI.create(config.publicUrl()).getHost());
        }
        return Addresses.ofMachine(config.listen().host(), hosts);
    }

    private void urls(Addresses addresses, String scheme, int port) {
        addresses.urls(scheme, port).forEach(url -> urls.add(url.toString()));
    }

    private Path directory() {
        return config.dataDirectory().resolve("tls");
    }

    /** Under which this server is reached, the best first. */
    List<String> urls() {
        return List.copyOf(urls);
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

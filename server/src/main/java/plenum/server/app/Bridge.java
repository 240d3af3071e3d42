package plenum.server.app;

import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.MediaBridge;
import plenum.media.cascade.Branch;
import plenum.media.cascade.Cascade;
import plenum.media.cascade.Standby;
import plenum.media.control.RemoteBridge;
import plenum.media.jitsi.JitsiBridge;
import plenum.media.jitsi.JitsiSettings;
import plenum.media.jitsi.WithEcho;
import plenum.media.link.LinkedBridge;
import plenum.media.net.NettyTransport;
import plenum.media.sfu.BridgeSettings;
import plenum.media.sfu.EmbeddedBridge;
import plenum.server.conference.Turn;

/**
 * The media bridge that the configuration names.
 *
 * @param media absent: this server's rooms have neither sound nor pictures
 * @param where for the operator
 */
record Bridge(Optional<MediaBridge> media, String where) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

    /** A bridge that cannot listen does not keep the council from working. */
    static Bridge open(Config config, Vertx vertx) throws Unstartable {
        return switch (config.media().mode()) {
            case OFF -> new Bridge(Optional.empty(), "tắt / off");
            case EMBEDDED -> embedded(config, vertx);
            case REMOTE -> {
                var media = config.media();
                yield grown(remote(media, vertx), String.valueOf(media.url()), media, vertx);
            }
            case JITSI -> jitsi(config);
        };
    }

    private static Bridge embedded(Config config, Vertx vertx) throws Unstartable {
        try {
            var here = embedded(config.media(), listening(config));
            return grown(here.bridge(), here.where(), config.media(), vertx);
        } catch (UncheckedIOException taken) {
            return deaf(config, taken);
        }
    }

    private static Bridge deaf(Config config, UncheckedIOException taken) {
        var why =
                "không dùng được cổng / cannot listen on port " + config.media().port() + ": " + taken.getCause();
        LOG.warn("no media: {}", why);
        return new Bridge(Optional.empty(), why);
    }

    /** Videobridges, and one of ours for self-tests. */
    private static Bridge jitsi(Config config) throws Unstartable {
        var settings = settings(Objects.requireNonNull(config.media().jitsi()));
        try {
            var echo = embedded(config.media(), listening(config));
            var names = settings.sites().stream().map(JitsiSettings.Site::name).collect(Collectors.joining(", "));
            var both = new WithEcho(new JitsiBridge(settings), echo.bridge());
            return new Bridge(Optional.of(both), "Jitsi " + names + "; thử máy / self-tests: " + echo.where());
        } catch (UncheckedIOException taken) {
            return deaf(config, taken);
        }
    }

    private static JitsiSettings settings(Config.Jitsi given) throws Unstartable {
        try {
            var sites = given.bridges().stream().map(Bridge::site).toList();
            var usual = JitsiSettings.usual(sites);
            return usual.with(
                    Objects.requireNonNullElse(given.region(), ""),
                    Objects.requireNonNullElse(given.voices(), usual.voices()),
                    Objects.requireNonNullElse(given.pictures(), usual.pictures()),
                    Objects.requireNonNullElse(given.layers(), true));
        } catch (IllegalArgumentException unfit) {
            throw new Unstartable("media.jitsi: " + unfit.getMessage(), unfit);
        }
    }

    private static JitsiSettings.Site site(Config.Videobridge one) {
        var url = URI.create(one.url());
        return new JitsiSettings.Site(
                String.valueOf(url.getAuthority()),
                url,
                Objects.requireNonNullElse(one.region(), ""),
                Objects.requireNonNullElse(one.above(), ""));
    }

    /** One in this process. @param where for the operator */
    record Here(LinkedBridge bridge, String where) {}

    /** @param bind where it listens */
    static Here embedded(Config.Media media, List<InetAddress> bind) throws Unstartable {
        var listen = NettyTransport.Settings.on(bind.toArray(InetAddress[]::new))
                .withUdpPort(media.port())
                .withTcpPort(media.port());
        var transport = new NettyTransport(listen);
        var settings = BridgeSettings.on(listen).withAdvertised(addresses(media.addresses()));
        var bridge = EmbeddedBridge.start(settings, transport);
        return new Here(bridge, "UDP " + transport.udpPort() + ", TCP " + transport.tcpPort());
    }

    /**
     * Where browsers come to: this machine only, as the pages; or any address, when a proxy stands before the pages or
     * the operator names others.
     */
    private static List<InetAddress> listening(Config config) throws Unstartable {
        var pages = addresses(List.of(config.listen().host())).getFirst();
        var elsewhere =
                config.publicUrl() != null || !config.media().addresses().isEmpty();
        if (config.demo() || (pages.isLoopbackAddress() && !elsewhere)) return addresses(List.of("127.0.0.1"));
        return pages.isAnyLocalAddress() || elsewhere ? everywhere() : List.of(pages);
    }

    static List<InetAddress> everywhere() throws Unstartable {
        return addresses(List.of("0.0.0.0", "::"));
    }

    static List<InetAddress> addresses(List<String> names) throws Unstartable {
        var addresses = new ArrayList<InetAddress>();
        for (var name : names) {
            try {
                addresses.add(InetAddress.getByName(name));
            } catch (UnknownHostException unknown) {
                throw new Unstartable("không có địa chỉ / no such address: " + name, unknown);
            }
        }
        return List.copyOf(addresses);
    }

    /** With its branches. */
    private static Bridge grown(LinkedBridge root, String where, Config.Media media, Vertx vertx) throws Unstartable {
        if (media.branches().isEmpty()) return new Bridge(Optional.of(root), where);
        try {
            var branches = new ArrayList<Branch>();
            for (var branch : media.branches()) branches.add(branch(branch, vertx));
            var regions = branches.stream().map(Branch::region).collect(Collectors.joining(", "));
            return new Bridge(Optional.of(new Cascade(root, branches, Cascade.PATIENCE)), where + "; " + regions);
        } catch (IllegalArgumentException unfit) {
            throw new Unstartable("media.branches: " + unfit.getMessage(), unfit);
        }
    }

    private static Branch branch(Config.Branch branch, Vertx vertx) throws Unstartable {
        var settings = RemoteBridge.Settings.usual(
                        URI.create(branch.url()), token(branch.tokenFile()), trust(branch.trustFile()))
                .resuming();
        var parent = Objects.requireNonNullElse(branch.parent(), "");
        return new Branch(branch.region(), parent, new RemoteBridge(vertx, settings));
    }

    /** With its spares. */
    private static LinkedBridge remote(Config.Media media, Vertx vertx) throws Unstartable {
        var first = remote(vertx, String.valueOf(media.url()), media.tokenFile(), media.trustFile());
        if (media.spares().isEmpty()) return first;
        var all = new ArrayList<>(List.of(first));
        for (var spare : media.spares()) all.add(remote(vertx, spare.url(), spare.tokenFile(), spare.trustFile()));
        return new Standby(all);
    }

    private static RemoteBridge remote(Vertx vertx, String url, @Nullable Path tokenFile, @Nullable Path trustFile)
            throws Unstartable {
        try {
            return new RemoteBridge(
                    vertx, RemoteBridge.Settings.usual(URI.create(url), token(tokenFile), trust(trustFile)));
        } catch (IllegalArgumentException unfit) {
            throw new Unstartable("media.url, media.tokenFile, media.spares: " + unfit.getMessage(), unfit);
        }
    }

    private static Optional<TrustOptions> trust(@Nullable Path certificates) {
        return Optional.ofNullable(certificates).map(file -> new PemTrustOptions().addCertPath(file.toString()));
    }

    static Optional<Turn> turn(Config.@Nullable Turn given) throws Unstartable {
        if (given == null) return Optional.empty();
        try {
            return Optional.of(new Turn(given.urls(), token(given.secretFile()), given.lifetime()));
        } catch (IllegalArgumentException unfit) {
            throw new Unstartable("turn: " + unfit.getMessage(), unfit);
        }
    }

    /** The one line of the file. */
    static String token(@Nullable Path file) throws Unstartable {
        if (file == null) throw new Unstartable("thiếu tệp bí mật / no token file is given");
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new Unstartable("không đọc được / cannot read " + file, unreadable);
        }
    }

    @Override
    public void close() {
        media.ifPresent(MediaBridge::close);
    }
}

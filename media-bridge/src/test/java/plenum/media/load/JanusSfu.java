package plenum.media.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plenum.media.net.LocalAddresses;

/**
 * The Janus of Debian with a configuration of its own: HTTP on loopback, media on the machine's own address, as Janus
 * takes no loopback candidates; packets stay on the loopback interface all the same.
 */
final class JanusSfu implements Sfu {
    private static final String LIBRARY = "/usr/lib/x86_64-linux-gnu/janus/";
    private static final long ROOM = 1234;
    private static final int MOST_AT_ONCE = 8;

    private final Path directory;
    private final Child child;
    private final URI root;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<JanusApi> handles = new ArrayList<>();

    private JanusSfu(Path directory, Child child, URI root) {
        this.directory = directory;
        this.child = child;
        this.root = root;
    }

    static boolean installed() {
        return Files.isExecutable(Path.of("/usr/bin/janus"));
    }

    /** @param processor on which alone it may run; -1: on any */
    static JanusSfu start(int processor) {
        try {
            var directory = Files.createTempDirectory("plenum-load-janus");
            int port = freePort();
            configure(directory, port);
            var command = List.of("janus", "-F", directory.toString(), "-C", directory.resolve("janus.jcfg") + "");
            var log = ProcessBuilder.Redirect.to(directory.resolve("log").toFile());
            var janus = new JanusSfu(
                    directory, Child.start(command, processor, log), URI.create("http://127.0.0.1:" + port + "/janus"));
            janus.awaitStart();
            return janus;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void configure(Path directory, int port) throws IOException {
        write(directory.resolve("janus.jcfg"), """
                general: {
                  configs_folder = "%1$s"
                  plugins_folder = "%2$splugins"
                  transports_folder = "%2$stransports"
                  events_folder = "%2$sevents"
                  loggers_folder = "%2$sloggers"
                  debug_level = 2
                  session_timeout = 0
                  no_webrtc_encryption = false
                }
                media: { ipv6 = false, rtp_port_range = "20000-40000" }
                nat: { ice_lite = true, ice_tcp = false, ice_enforce_list = "%3$s" }
                plugins: { disable = "%4$s" }
                transports: { disable = "%5$s" }
                """.formatted(
                        directory,
                        LIBRARY,
                        host().getHostAddress(),
                        others("plugins", "videoroom"),
                        others("transports", "http")));
        write(directory.resolve("janus.transport.http.jcfg"), """
                general: { json = "compact", base_path = "/janus", http = true, port = %d, ip = "127.0.0.1", https = false }
                admin: { admin_http = false, admin_https = false }
                """.formatted(port));
        write(directory.resolve("janus.plugin.videoroom.jcfg"), "general: { }\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    /** All libraries of a kind but one, as Janus wants them: names with commas between. */
    private static String others(String kind, String wanted) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(LIBRARY, kind))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".so") && !name.endsWith("_" + wanted + ".so"))
                    .reduce((a, b) -> a + "," + b)
                    .orElse("");
        }
    }

    private static InetAddress host() {
        return LocalAddresses.all().stream()
                .filter(address -> address.getAddress().length == 4)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Janus needs an address beside loopback"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() {
        for (int i = 0; child.alive() && i < 200; i++) {
            try {
                new JanusApi(http, root).destroy();
                return;
            } catch (UncheckedIOException notYet) {
                Pause.ms(100);
            }
        }
        throw new IllegalStateException("Janus did not start, see " + directory);
    }

    @Override
    public String name() {
        return "Janus";
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public void open(Cell cell, Generator generator) {
        var people = generator.people(cell);
        handles.add(new JanusApi(http, root));
        var unused = handles.getFirst().ask(room(cell));
        var publishers = people.stream().filter(one -> !one.streams().isEmpty()).toList();
        var feeds = AtOnce.map(MOST_AT_ONCE, publishers, one -> publish(one, generator));
        var watchers = people.stream().filter(Participant::watches).toList();
        var unusedWatching =
                AtOnce.map(MOST_AT_ONCE, watchers, one -> watch(generator, others(feeds, publishers.indexOf(one))));
    }

    private static List<Long> others(List<Long> feeds, int own) {
        var others = new ArrayList<>(feeds);
        if (own >= 0) {
            others.remove(own);
        }
        return others;
    }

    private static ObjectNode room(Cell cell) {
        return JanusApi.object()
                .put("request", "create")
                .put("room", ROOM)
                .put("publishers", cell.publishers().size())
                .put("bitrate", 0)
                .put("audiocodec", "opus")
                .put("videocodec", "vp8")
                .put("notify_joining", false);
    }

    /** @return the id of the feed */
    private long publish(Participant one, Generator generator) {
        var peer = generator.peer(host(), one.streams(), false);
        var handle = handle();
        var request = JanusApi.object()
                .put("request", "joinandconfigure")
                .put("room", ROOM)
                .put("ptype", "publisher")
                .put("display", one.name());
        var event = handle.tell(request, JanusApi.jsep("offer", Sdp.offer(peer)));
        peer.connect(Remote.of(event.path("jsep").path("sdp").asText()));
        return event.path("plugindata").path("data").path("id").asLong();
    }

    private Peer watch(Generator generator, List<Long> feeds) {
        var peer = generator.peer(host(), List.of(), true);
        var handle = handle();
        var join = JanusApi.object().put("request", "join").put("room", ROOM).put("ptype", "subscriber");
        feeds.forEach(feed -> join.withArray("streams").addObject().put("feed", feed));
        var offer = handle.tell(join, null).path("jsep").path("sdp").asText();
        var answer = JanusApi.jsep("answer", Sdp.answer(offer, peer));
        var unused = handle.tell(JanusApi.object().put("request", "start"), answer);
        peer.connect(Remote.of(offer));
        return peer;
    }

    private JanusApi handle() {
        var handle = new JanusApi(http, root);
        synchronized (handles) {
            handles.add(handle);
        }
        return handle;
    }

    @Override
    public void leave() {
        var unused = handles.getFirst()
                .ask(JanusApi.object().put("request", "destroy").put("room", ROOM));
        handles.forEach(JanusApi::destroy);
        handles.clear();
    }

    @Override
    public void close() {
        child.close();
        http.close();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

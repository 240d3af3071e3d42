package plenum.server.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All settings, read once at start from a JSON file whose keys are these names; what is absent has its default.
 *
 * @param publicUrl the address under which people reach Plenum when a proxy stands before it, e.g.
 *     {@code https://hdnd.example.vn}
 * @param dataDirectory store, papers, keys and certificates; only Plenum writes here
 * @param demo load the demo province with its well-known passwords; loopback only
 * @param trustProxy addresses of proxies whose {@code X-Forwarded-*} headers are believed
 * @param joined the Plenum above that this one joins; absent: none
 * @param rebuildSearch make the search index anew at this start
 */
public record Config(
        Listen listen,
        @Nullable String publicUrl,
        Tls tls,
        Path dataDirectory,
        Store store,
        boolean demo,
        List<String> trustProxy,
        Uploads uploads,
        Media media,
        @Nullable Turn turn,
        Ballots ballots,
        Offline offline,
        @Nullable Joined joined,
        Log log,
        boolean rebuildSearch) {

    /** @param port TCP port of plain HTTP; 0 takes a free one */
    public record Listen(String host, int port) {}

    public enum TlsMode {
        @JsonProperty("off")
        OFF,
        @JsonProperty("local-authority")
        LOCAL_AUTHORITY,
        @JsonProperty("operator")
        OPERATOR
    }

    /**
     * @param port TCP port of HTTPS; 0 takes a free one
     * @param hosts names for the certificate beside the machine's addresses
     */
    public record Tls(
            TlsMode mode,
            int port,
            List<String> hosts,
            @Nullable Path certificateFile,
            @Nullable Path keyFile) {}

    /**
     * @param uri a MongoDB replica set; absent: the embedded store in the data directory
     * @param papers the bytes of papers are kept in the replica set too (GridFS), the data directory has copies
     */
    public record Store(@Nullable String uri, boolean papers) {
        public Store {
            if (papers && uri == null) {
                throw new IllegalArgumentException("store.papers needs store.uri");
            }
        }
    }

    /**
     * @param maxBytes of one file
     * @param office {@code auto}: office files become PDF by the LibreOffice of this machine; {@code off}: never; else
     *     where LibreOffice's program {@code soffice} lies
     */
    public record Uploads(long maxBytes, String office) {
        static final String AUTO = "auto";
        static final String OFF = "off";

        public Uploads {
            if (!office.equals(AUTO) && !office.equals(OFF) && !office.startsWith("/")) {
                throw new IllegalArgumentException("uploads.office is auto, off or the path of soffice");
            }
        }
    }

    public enum MediaMode {
        /** The media bridge runs in this process. */
        @JsonProperty("embedded")
        EMBEDDED,
        /** In another one, which is driven over its control channel. */
        @JsonProperty("remote")
        REMOTE,
        /** In Jitsi Videobridges, which are driven over Colibri2. */
        @JsonProperty("jitsi")
        JITSI,
        @JsonProperty("off")
        OFF
    }

    /**
     * The media of the video rooms.
     *
     * @param port UDP and TCP port of the embedded bridge; 0 takes a free one
     * @param addresses IP addresses that browsers are told to come to; empty: those the bridge listens on
     * @param url control channel of the remote bridge: {@code wss://media.example.vn:10080}
     * @param tokenFile holds the secret of the control channel
     * @param trustFile PEM certificates that the remote bridge may show; absent: what the JDK believes
     * @param spares bridges beside the remote one, that take its place when it is lost
     * @param jitsi the Videobridges; the embedded bridge then serves self-tests only
     * @param branches bridges below that one, at the places of others
     * @param regions at which branch or Videobridge a unit's point is, by the unit's id; what is not named is where the
     *     unit above is
     * @param viewers how many may watch a room at once without being in it; 0: nobody
     */
    public record Media(
            MediaMode mode,
            int port,
            List<String> addresses,
            @Nullable String url,
            @Nullable Path tokenFile,
            @Nullable Path trustFile,
            List<Spare> spares,
            @Nullable Jitsi jitsi,
            List<Branch> branches,
            Map<String, String> regions,
            int viewers) {
        public static final int PORT = 10_000;

        public Media {
            addresses = List.copyOf(addresses);
            spares = List.copyOf(spares);
            branches = List.copyOf(branches);
            regions = Map.copyOf(regions);
            if (viewers < 0) throw new IllegalArgumentException("media.viewers is at least 0");
            var known =
                    jitsi == null ? branches.stream().map(Branch::region).collect(Collectors.toSet()) : jitsi.regions();
            if (!known.containsAll(regions.values())) {
                throw new IllegalArgumentException(
                        "media.regions names a region that neither media.branches nor media.jitsi.bridges have");
            }
            if (mode == MediaMode.REMOTE && (url == null || tokenFile == null)) {
                throw new IllegalArgumentException("media.mode remote needs media.url and media.tokenFile");
            }
            if (mode != MediaMode.REMOTE && !spares.isEmpty()) {
                throw new IllegalArgumentException("media.spares stand by a bridge of media.mode remote");
            }
            if ((mode == MediaMode.JITSI) != (jitsi != null)) {
                throw new IllegalArgumentException("media.mode jitsi and media.jitsi.bridges belong together");
            }
            if (mode == MediaMode.JITSI && !branches.isEmpty()) {
                throw new IllegalArgumentException("media.branches are below a bridge of ours, not a Videobridge");
            }
        }

        static final Media USUAL = new Media(
                MediaMode.EMBEDDED, PORT, List.of(), null, null, null, List.of(), null, List.of(), Map.of(), 200);

        Media withPort(int other) {
            return new Media(
                    mode, other, addresses, url, tokenFile, trustFile, spares, jitsi, branches, regions, viewers);
        }

        Media withAddress(String more) {
            var all = Stream.concat(addresses.stream(), Stream.of(more)).toList();
            return new Media(mode, port, all, url, tokenFile, trustFile, spares, jitsi, branches, regions, viewers);
        }
    }

    /**
     * Jitsi Videobridges.
     *
     * @param bridges one or more
     * @param region in which conferences are wanted; absent: any
     * @param voices {@code ssrc-limit.audio} of all of them; absent: 5
     * @param pictures {@code ssrc-limit.video} of all of them; absent: 25
     * @param layers whether cameras and screens are sent in layers; absent: true
     */
    public record Jitsi(
            List<Videobridge> bridges,
            @Nullable String region,
            @Nullable Integer voices,
            @Nullable Integer pictures,
            @Nullable Boolean layers) {
        public Jitsi {
            bridges = List.copyOf(Objects.requireNonNullElse(bridges, List.<Videobridge>of()));
            if (bridges.isEmpty()) throw new IllegalArgumentException("media.jitsi.bridges names at least one");
            var known = regionsOf(bridges);
            if (bridges.stream().anyMatch(one -> one.above() != null && !known.contains(one.above()))) {
                throw new IllegalArgumentException("media.jitsi.bridges: above names a region that no bridge has");
            }
        }

        /** As far as they are given. */
        Set<String> regions() {
            return regionsOf(bridges);
        }

        private static Set<String> regionsOf(List<Videobridge> bridges) {
            return bridges.stream()
                    .flatMap(one -> Stream.ofNullable(one.region()))
                    .collect(Collectors.toSet());
        }
    }

    /**
     * A Jitsi Videobridge.
     *
     * @param url its private HTTP interface, which has no authentication: {@code http://10.1.0.7:8080}
     * @param region absent: the one that the bridge names
     * @param above region of the bridges above it in the tree; absent: it stands at the top
     */
    public record Videobridge(
            String url, @Nullable String region, @Nullable String above) {
        public Videobridge {
            if (url == null) throw new IllegalArgumentException("media.jitsi.bridges needs url of each");
        }
    }

    /**
     * A media bridge beside the one that {@code media.url} names.
     *
     * @param url control channel: {@code wss://media.example.vn:10080}
     * @param tokenFile holds the secret of the control channel
     * @param trustFile PEM certificates that the bridge may show; absent: what the JDK believes
     */
    public record Spare(
            String url, Path tokenFile, @Nullable Path trustFile) {
        public Spare {
            if (url == null || tokenFile == null) {
                throw new IllegalArgumentException("media.spares needs url and tokenFile of each");
            }
        }
    }

    /**
     * A media bridge at another place.
     *
     * @param region its name: 1 to 64 characters of [A-Za-z0-9._-]
     * @param parent region of the bridge above it; absent: the one that {@code media.mode} names
     * @param url control channel: {@code wss://media.example.vn:10080}
     * @param tokenFile holds the secret of the control channel
     * @param trustFile PEM certificates that the bridge may show; absent: what the JDK believes
     */
    public record Branch(
            String region,
            @Nullable String parent,
            String url,
            Path tokenFile,
            @Nullable Path trustFile) {
        public Branch {
            if (region == null || url == null || tokenFile == null) {
                throw new IllegalArgumentException("media.branches needs region, url and tokenFile of each");
            }
        }
    }

    /**
     * TURN servers, for networks that let no packet to the media bridge through.
     *
     * @param urls {@code turn:host:3478?transport=udp} and the like; at least one
     * @param secretFile holds the secret shared with them (coturn: {@code static-auth-secret})
     * @param hours that credentials live: 1 to 72; longer than a sitting
     */
    public record Turn(
            List<String> urls, Path secretFile, @Nullable Integer hours) {
        private static final int HOURS = 12;

        public Turn {
            urls = List.copyOf(urls);
            if (hours != null && (hours < 1 || hours > 72)) {
                throw new IllegalArgumentException("turn.hours is 1 to 72");
            }
        }

        Duration lifetime() {
            return Duration.ofHours(hours == null ? HOURS : hours);
        }
    }

    public enum BallotsMode {
        /** As children in the demo, else off. */
        @JsonProperty("auto")
        AUTO,
        /** Ballot box and relay are processes of this machine that Plenum starts: one administrator has all. */
        @JsonProperty("children")
        CHILDREN,
        /** The ballot box is elsewhere, with an administrator of its own. */
        @JsonProperty("remote")
        REMOTE,
        @JsonProperty("off")
        OFF
    }

    /**
     * Ballot box and relay of secret electronic polls.
     *
     * @param port TCP port of the relay that Plenum starts; 0 takes a free one and keeps it
     * @param relay where tablets reach the relay, e.g. {@code https://phieu.example.vn}; absent: at this server's
     *     addresses
     * @param url of the remote ballot box: {@code https://box.example.vn:10090}
     * @param tokenFile holds the secret that the remote box knows this server by
     * @param trustFile PEM certificates that the remote box may show; absent: what the JDK believes
     */
    public record Ballots(
            BallotsMode mode,
            int port,
            @Nullable String relay,
            @Nullable String url,
            @Nullable Path tokenFile,
            @Nullable Path trustFile) {
        static final int PORT = 10_091;

        public Ballots {
            if (mode == BallotsMode.REMOTE && (url == null || tokenFile == null || relay == null)) {
                throw new IllegalArgumentException(
                        "ballots.mode remote needs ballots.url, ballots.tokenFile and ballots.relay");
            }
        }
    }

    /** @param hours so long after its last contact a tablet can be opened with its PIN: 1 to 720 */
    public record Offline(int hours) {
        public Offline {
            if (hours < 1 || hours > 720) {
                throw new IllegalArgumentException("offline.hours is 1 to 720");
            }
        }
    }

    /**
     * The Plenum of the province, which a district's joins.
     *
     * @param url {@code https://hop.tinh.example.vn}, as its own people open it
     * @param trustFile certificates that it may show, or the root that signed them, PEM or DER; absent: what the JDK
     *     believes
     */
    public record Joined(String url, @Nullable Path trustFile) {
        public Joined {
            if (url == null || !url.matches("https://[^/?#@]+/?")) {
                throw new IllegalArgumentException("joined.url is https://name or https://name:port");
            }
        }
    }

    /** @param level ERROR, WARN, INFO, DEBUG or TRACE */
    public record Log(String level) {
        private static final Set<String> LEVELS = Set.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE");

        public Log {
            if (!LEVELS.contains(level)) {
                throw new IllegalArgumentException("log.level is ERROR, WARN, INFO, DEBUG or TRACE");
            }
        }
    }

    /** What the operator wrote wrong, in words for the operator. */
    static final class BadConfig extends Exception {
        private static final long serialVersionUID = 1L;

        BadConfig(String message, Throwable cause) {
            super(message, cause);
        }

        BadConfig(String message) {
            super(message);
        }
    }

    static Config defaults() {
        return new Config(
                new Listen("127.0.0.1", 8080),
                null,
                new Tls(TlsMode.OFF, 8443, List.of(), null, null),
                Path.of("data"),
                new Store(null, false),
                false,
                List.of(),
                new Uploads(200L << 20, Uploads.AUTO),
                Media.USUAL,
                null,
                new Ballots(BallotsMode.AUTO, Ballots.PORT, null, null, null, null),
                new Offline(168),
                null,
                new Log("INFO"),
                false);
    }

    /** Reads the file over the defaults; an unknown key, a wrong type or a missing file is an error that names it. */
    static Config read(Path file) throws BadConfig {
        return over(file(file), file.toString());
    }

    /** What stands in the file, to lay more over it. */
    static ObjectNode file(Path file) throws BadConfig {
        try {
            return JSON.readValue(Files.readAllBytes(file), ObjectNode.class);
        } catch (IOException e) {
            throw new BadConfig(file + ": " + e.getMessage(), e);
        }
    }

    /** Lays the given keys over the defaults. @param where they were written, for the operator */
    static Config over(ObjectNode given, String where) throws BadConfig {
        try {
            return JSON.treeToValue(laid(given, JSON.valueToTree(defaults())), Config.class);
        } catch (JsonMappingException e) {
            throw new BadConfig(where + ": " + fault(e), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadConfig(where + ": " + e.getMessage(), e);
        }
    }

    private static String fault(JsonMappingException unfit) {
        var key = unfit.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return unfit instanceof InvalidFormatException word
                        && word.getTargetType().isEnum()
                ? key + " is one of " + JSON.valueToTree(word.getTargetType().getEnumConstants())
                : key + ": " + unfit.getOriginalMessage();
    }

    /** Objects are laid key by key, all else as a whole. */
    private static ObjectNode laid(ObjectNode given, ObjectNode under) {
        for (var key : given.properties()) {
            var both = key.getValue() instanceof ObjectNode && under.get(key.getKey()) instanceof ObjectNode;
            var value = both ? laid((ObjectNode) key.getValue(), (ObjectNode) under.get(key.getKey())) : key.getValue();
            var unused = under.set(key.getKey(), value);
        }
        return under;
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
}

package plenum.server.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plenum.server.app.Main;
import plenum.server.kernel.BallotForm;
import plenum.server.kernel.BallotOption;
import plenum.server.kernel.Base;
import plenum.server.kernel.Matter;
import plenum.server.kernel.OptionCode;
import plenum.server.kernel.Share;
import plenum.server.kernel.SheetKind;
import plenum.server.kernel.TieRule;
import plenum.server.keys.Tablet;
import plenum.server.platform.Json;

/**
 * The whole Plenum as it is installed, in a process of its own: people are imported by the first administrator and sign
 * in with passwords, which takes about 0.1 s of processor time each before anything is measured.
 */
final class PlenumInstallation implements Installation {
    private static final String SESSION = "load";
    private static final String BODY = "hdnd-do-tai";
    private static final String PASSWORD = "đo tải hội trường lớn";
    private static final int PEOPLE_PER_IMPORT = 50;
    private static final int SIGN_INS_AT_ONCE = 2;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Path data;
    private final int users;
    private final int port;
    private final List<String> flags;
    private final List<String> media;
    private final String config;
    private final boolean ballots;
    private String administrator = "";
    private @Nullable Child child;

    /**
     * @param media with a bridge for the video room
     * @param ballots with ballot box and relay, and a rule set that allows secret electronic ballots
     */
    PlenumInstallation(int users, int port, List<String> flags, boolean media, boolean ballots) {
        this(
                users,
                port,
                flags,
                media ? List.of("--media-port", "0") : List.of("--no-media"),
                ballots ? "{\"ballots\":{\"mode\":\"children\"}}" : "",
                ballots);
    }

    /** Its video room is at bridges that are there already. @param media as in its configuration */
    static PlenumInstallation beside(Map<String, ?> media, int users, int port, List<String> flags) {
        return new PlenumInstallation(users, port, flags, List.of(), Json.text(Map.of("media", media)), false);
    }

    private PlenumInstallation(
            int users, int port, List<String> flags, List<String> media, String config, boolean ballots) {
        this.media = media;
        this.config = config;
        this.ballots = ballots;
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
        var arguments = new ArrayList<>(List.of("--port", Integer.toString(port), "--data", data.toString()));
        arguments.addAll(media);
        if (!config.isEmpty())
            arguments.addAll(List.of("--config", written(config).toString()));
        var started = Child.java(flags, Main.class, arguments);
        child = started;
        var greeting = tokens.isEmpty() ? started.awaitLine("Máy chủ mới chưa có tài khoản.") : "";
        System.out.println("server: " + started.awaitLine("Plenum sẵn sàng / ready:"));
        if (!greeting.isEmpty()) settle(greeting);
        return started;
    }

    /** Imports everybody, signs everybody in, prepares the session. */
    private void settle(String greeting) {
        var password = greeting.substring(greeting.lastIndexOf('`', greeting.length() - 2) + 1, greeting.length() - 1);
        administrator = signIn("quantri", password);
        var names = new ArrayList<>(List.of("secretary"));
        IntStream.range(0, users).forEach(n -> names.add("d" + n));
        for (var from = 0; from < names.size(); from += PEOPLE_PER_IMPORT) {
            var some = names.subList(from, Math.min(names.size(), from + PEOPLE_PER_IMPORT));
            var unused = post("/api/admin/import", administrator, register(some));
        }
        allSignIn(names);
        if (ballots) allowSecret();
        var wanted =
                Map.of("sessionId", SESSION, "bodyId", BODY, "title", "Kỳ họp đo tải", "number", 1, "kind", "REGULAR");
        var unused = post("/api/sessions", token("secretary"), wanted);
    }

    private void allSignIn(List<String> names) {
        System.out.println(names.size() + " people imported, now they sign in");
        try (var two = Executors.newFixedThreadPool(SIGN_INS_AT_ONCE)) {
            names.forEach(name -> two.execute(() -> tokens.put(name, signIn(name, PASSWORD))));
        }
    }

    /** Imports further units and people, each with a role, and signs these in. */
    void also(List<Map<String, String>> units, List<Map<String, String>> grants) {
        var names = grants.stream().map(grant -> grant.get("personId")).toList();
        var people = names.stream().map(PlenumInstallation::person).toList();
        var unused = post(
                "/api/admin/import",
                administrator,
                Map.of(
                        "units",
                        units,
                        "bodies",
                        List.of(),
                        "people",
                        people,
                        "members",
                        List.of(),
                        "grants",
                        grants,
                        "ruleSets",
                        List.of()));
        allSignIn(names);
    }

    private Path written(String text) {
        try {
            return Files.writeString(data.resolve("plenum.json"), text);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** The next version of the rule set, from today on. */
    private void allowSecret() {
        var path = "/api/bodies/" + BODY + "/rule-sets";
        var found = Json.tree(get(path, "secretary"));
        var newest = found.at("/versions/0");
        var wish = JsonNodeFactory.instance.objectNode();
        wish.put("base", newest.path("version").asInt())
                .put("citation", "đo tải phiếu kín điện tử")
                .put("validFrom", found.path("today").asText())
                .put("speechSeconds", newest.path("speechSeconds").asInt());
        wish.set("quorum", newest.path("quorum"));
        var ballots = ((ObjectNode) newest.path("ballots")).put("secretElectronic", true);
        for (var matter : ballots.path("matters")) {
            if (matter.path("citation").asText().isEmpty()) ((ObjectNode) matter).put("citation", "đo tải");
        }
        ballots.withArray("matters").add(Json.tree(Json.text(election())));
        wish.set("ballots", ballots);
        var unused = post(path, token("secretary"), wish);
    }

    private static Matter election() {
        return new Matter(
                "election",
                "Bầu",
                SheetKind.ELECTION,
                List.of(BallotForm.SECRET_ELECTRONIC),
                List.of(new BallotOption(OptionCode.FOR, "đồng ý")),
                new Share(1, 2, true, Base.TOTAL_MEMBERS),
                List.of(),
                TieRule.RUN_OFF,
                false,
                false,
                true,
                "đo tải");
    }

    private static Map<String, Object> register(List<String> names) {
        var delegates = names.stream().filter(name -> !name.equals("secretary")).toList();
        var grants = new ArrayList<Map<String, String>>();
        delegates.forEach(name -> grants.add(grant(name, "DELEGATE")));
        if (names.contains("secretary")) {
            grants.add(grant("secretary", "SECRETARY"));
            grants.add(grant("secretary", "CHAIR"));
            grants.add(Map.of("personId", "secretary", "role", "UNIT_ADMIN", "scope", "do-tai"));
        }
        return Map.of(
                "units",
                List.of(Map.of(
                        "unitId",
                        "do-tai",
                        "code",
                        "99",
                        "name",
                        "Tỉnh đo tải",
                        "level",
                        "PROVINCE",
                        "validFrom",
                        "2026-01-01")),
                "bodies",
                List.of(Map.of("bodyId", BODY, "unitId", "do-tai", "name", "HĐND tỉnh đo tải", "kind", "COUNCIL")),
                "people",
                names.stream().map(PlenumInstallation::person).toList(),
                "members",
                delegates.stream().map(PlenumInstallation::member).toList(),
                "grants",
                grants,
                "ruleSets",
                List.of(Map.of(
                        "ruleSetId",
                        "quy-che-do-tai",
                        "bodyId",
                        BODY,
                        "version",
                        1,
                        "citation",
                        "đo tải",
                        "validFrom",
                        "2026-01-01",
                        "quorum",
                        share(2, 3, false),
                        "pass",
                        share(1, 2, true),
                        "allowChange",
                        true,
                        "speechSeconds",
                        600)));
    }

    private static Map<String, Object> share(int numerator, int denominator, boolean strict) {
        return Map.of("numerator", numerator, "denominator", denominator, "strict", strict, "base", "TOTAL_MEMBERS");
    }

    private static Map<String, String> person(String name) {
        return Map.of(
                "personId", name, "username", name, "name", "Đại biểu " + name, "title", "", "password", PASSWORD);
    }

    private static Map<String, String> member(String name) {
        return Map.of("bodyId", BODY, "personId", name, "group", "Tổ 1", "seat", name, "validFrom", "2026-01-01");
    }

    static Map<String, String> grant(String name, String role) {
        return Map.of("personId", name, "role", role, "scope", BODY);
    }

    private String signIn(String username, String password) {
        var answer = post("/api/auth/sign-in", "", Map.of("username", username, "password", password));
        return Json.tree(answer).path("accessToken").asText();
    }

    /** What the person reads there. */
    String get(String path, String person) {
        return sent(path, token(person), HttpRequest.newBuilder().GET());
    }

    /** One command over HTTP. */
    void command(String person, String name, Map<String, ?> data) {
        var frame = Map.of("id", UUID.randomUUID().toString(), "name", name, "data", data);
        var unused = post("/api/sessions/" + SESSION + "/commands", token(person), frame);
    }

    private String post(String path, String token, Object body) {
        return send("POST", path, token, body);
    }

    /** What the person posts or puts there; the answer's body. */
    String send(String method, String path, String token, Object body) {
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Json.text(body)));
        return sent(path, token, request);
    }

    private String sent(String path, String token, HttpRequest.Builder request) {
        request.uri(URI.create("http://127.0.0.1:" + port + path));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            while (answer.statusCode() == 429) {
                Load.pause(1_000); // one secretary pairs faster than a person may
                answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            }
            if (answer.statusCode() >= 300) throw new IllegalStateException(path + ": " + answer.body());
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String session() {
        return SESSION;
    }

    /** Access tokens live ten minutes: long enough for one run. */
    @Override
    public String token(String person) {
        var token = tokens.get(person);
        if (token == null) throw new IllegalStateException("not signed in: " + person);
        return token;
    }

    @Override
    public void signedIn(List<String> issued) {} // the server has issued them itself

    @Override
    public void pair(String person, Tablet tablet) {
        var path = "/api/sessions/" + SESSION;
        var code = Json.tree(post(path + "/pairings", token("secretary"), Map.of("personId", person)))
                .path("code")
                .asText();
        var text = String.join("\n", "plenum-pair-v1", SESSION, person, code, "");
        var key = Map.of(
                "code",
                code,
                "publicKey",
                tablet.publicKey(),
                "deviceId",
                "0".repeat(32),
                "device",
                "load",
                "signature",
                tablet.sign(text));
        var unused = post(path + "/voting-keys", token(person), key);
    }

    @Override
    public OptionalLong journalBatches() {
        return OptionalLong.empty();
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

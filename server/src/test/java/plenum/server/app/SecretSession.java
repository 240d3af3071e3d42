package plenum.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.server.issuer.Taken;
import plenum.server.platform.Json;
import plenum.server.secret.Envelope;
import plenum.server.secret.Step;
import plenum.server.secret.Tablet;
import plenum.server.testkit.PlenumProcess;

/**
 * A session of the demo council on a real server with ballot box and relay as its children, and the keys on its
 * people's tablets. What people send they send until it is answered, as tablets do, so the server may be killed at any
 * moment.
 */
final class SecretSession implements AutoCloseable {
    static final String SESSION = "ky-hop-3-2026";
    static final List<String> PEOPLE = List.of("db02", "db03", "db04", "db05", "db06", "db07");
    static final List<String> TELLERS = PEOPLE.subList(0, 3);
    private static final String ITEM = "nq1";
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    /** Access tokens live ten minutes. */
    private static final Duration TOKENS = Duration.ofMinutes(6);

    private final Map<String, KeyPair> tablets = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile PlenumProcess server;
    private volatile Supplier<@Nullable Throwable> hopeless = () -> null;
    private long signedInAt;

    SecretSession(Path data) {
        server = PlenumProcess.start("--demo", "--port", "0", "--relay-port", "0", "--data", data.toString());
        signIn();
        allowTheForm();
        PEOPLE.forEach(this::pair);
        openTheSitting();
    }

    // the house ------------------------------------------------------------------------------------------------

    /** Nothing is waited for any more once this says why. */
    void unless(Supplier<@Nullable Throwable> reason) {
        hopeless = reason;
    }

    /** kill -9, and the same again on the same data. */
    void restart() {
        server.kill9();
        server = server.again();
        if (System.nanoTime() - signedInAt > TOKENS.toNanos()) signIn();
    }

    String log() {
        return server.log();
    }

    private void signIn() {
        for (var person : List.of("thuky", "chutoa", "quantridv")) tokens.put(person, signIn(person));
        PEOPLE.forEach(person -> tokens.put(person, signIn(person)));
        signedInAt = System.nanoTime();
    }

    private String signIn(String person) {
        return server.signIn(person, DemoLoader.PASSWORD);
    }

    private void allowTheForm() {
        var body = text(get("thuky", ""), "bodyId");
        var path = "/api/bodies/" + body + "/rule-sets";
        var newest = Json.tree(server.get(path, token("quantridv")).body()).at("/versions/0");
        var ballots = ((ObjectNode) newest.path("ballots")).put("secretElectronic", true);
        var wish = JsonNodeFactory.instance.objectNode();
        wish.put("base", newest.path("version").asInt())
                .put("citation", "Nghị quyết cho phép bỏ phiếu kín điện tử")
                .put("validFrom", today(path))
                .put("speechSeconds", newest.path("speechSeconds").asInt());
        wish.set("quorum", newest.path("quorum"));
        wish.set("ballots", ballots);
        var written = server.post(path, token("quantridv"), wish);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        var taken = Map.of("id", "rules-1", "version", newest.path("version").asInt() + 1);
        assertThat(server.post(path("/rules"), token("thuky"), taken).statusCode())
                .isEqualTo(200);
    }

    private String today(String path) {
        return text(Json.tree(server.get(path, token("quantridv")).body()), "today");
    }

    private void pair(String person) {
        var tablet = Tablet.p256();
        tablets.put(person, tablet);
        var begun = server.post(path("/pairings"), token("thuky"), Map.of("personId", person));
        var code = text(Json.tree(begun.body()), "code");
        var proof = String.join("\n", "plenum-pair-v1", SESSION, person, code, "");
        var url = Base64.getUrlEncoder().withoutPadding();
        var answer = server.post(
                path("/voting-keys"),
                token(person),
                Map.of(
                        "code",
                        code,
                        "publicKey",
                        url.encodeToString(tablet.getPublic().getEncoded()),
                        "deviceId",
                        "0123456789abcdef0123456789abcdef",
                        "device",
                        "máy của " + person,
                        "signature",
                        url.encodeToString(Tablet.sign(tablet, utf8(proof)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void openTheSitting() {
        var sitting = Map.<String, Object>of("sittingId", "phien-1");
        must("thuky", "attendance.open-roll-call", sitting);
        PEOPLE.forEach(person -> must(person, "attendance.check-in", sitting));
        must("thuky", "attendance.approve", sitting);
        must("chutoa", "sitting.open", Map.of("sittingId", "phien-1", "overrideReason", "Phiên thử"));
        must("thuky", "agenda.open-item", Map.of("itemId", ITEM));
    }

    // what people do -------------------------------------------------------------------------------------------

    /** An election of one of two, up to the giving out. */
    void begin(String poll) {
        must(
                "thuky",
                "ballot.prepare",
                Map.of(
                        "pollId",
                        poll,
                        "itemId",
                        ITEM,
                        "form",
                        "SECRET_ELECTRONIC",
                        "matter",
                        "election",
                        "title",
                        "Bầu Trưởng ban " + poll,
                        "seats",
                        1,
                        "lines",
                        List.of(
                                Map.of("lineId", "a", "name", "Ông Lò Văn Ấn"),
                                Map.of("lineId", "b", "name", "Bà Nguyễn Thị Lan"))));
        must("thuky", "ballot.name-tellers", Map.of("pollId", poll, "tellers", TELLERS, "head", "db02"));
        must("chutoa", "ballot.issue", Map.of("pollId", poll, "overrideReason", "Phiên thử"));
    }

    String definition(String poll) {
        return until(() -> server.get(path("/polls/" + poll + "/definition"), token("db02")), ok())
                .body();
    }

    void take(String poll, String person, String definition, byte[] blinded) {
        var text = Base64.getEncoder().encodeToString(blinded);
        must(
                person,
                "ballot.take",
                Map.of(
                        "pollId", poll,
                        "definition", definition,
                        "blinded", text,
                        "signature", signed(person, Taken.text(definition, person, text))));
    }

    byte[] token(String poll, String person) {
        var answer = until(() -> server.get(path("/polls/" + poll + "/token"), token(person)), ok());
        return Base64.getDecoder().decode(text(Json.tree(answer.body()), "signed"));
    }

    void stored(String poll, String person) {
        must(person, "ballot.stored", Map.of("pollId", poll));
    }

    /** What the journal says of the poll to this person, once a checkpoint covers both lines. */
    JsonNode lines(String poll, String person) {
        var answer = until(
                () -> server.get(path("/polls/" + poll + "/lines?size=" + witnessed(person)), token(person)),
                found -> found.statusCode() == 200
                        && Json.tree(found.body()).path("lines").size() == 2);
        return Json.tree(answer.body()).path("lines");
    }

    private long witnessed(String person) {
        var newest = server.get(path("/checkpoint?from=0"), token(person));
        return newest.statusCode() == 200
                ? Json.tree(newest.body()).path("size").asLong()
                : 1;
    }

    /** Two tellers, and then until the server has it from the box. */
    void step(String poll, String definition, String to, int issued) {
        approve(poll, "db02", definition, to, issued);
        approve(poll, "db03", definition, to, issued);
        awaitPhase(poll, to);
    }

    void approve(String poll, String teller, String definition, String to, int issued) {
        must(
                teller,
                "ballot.approve",
                Map.of(
                        "pollId", poll,
                        "to", to,
                        "issued", issued,
                        "signature", signed(teller, Step.text(definition, to, issued))));
    }

    private String signed(String person, byte[] text) {
        return Base64.getEncoder().encodeToString(Tablet.sign(tablet(person), text));
    }

    private KeyPair tablet(String person) {
        return Optional.ofNullable(tablets.get(person)).orElseThrow();
    }

    void awaitPhase(String poll, String phase) {
        var unused = until(
                () -> server.get(path("/state?as=control"), token("thuky")),
                answer -> phase.equals(find(Json.tree(answer.body()), poll)
                        .at("/electronic/phase")
                        .asText()));
    }

    /** The poll as control sees it. */
    JsonNode poll(String poll) {
        var answer = until(() -> server.get(path("/state?as=control"), token("thuky")), ok());
        return find(Json.tree(answer.body()), poll);
    }

    private static JsonNode find(JsonNode state, String poll) {
        for (var one : state.at("/parts/ballots/polls")) {
            if (poll.equals(one.path("pollId").asText())) return one;
        }
        return state.path("nothing");
    }

    /** The reply of the box through the relay; empty when something came between. */
    Optional<Tablet.Answer> send(Tablet.Sealed sealed) {
        var relay = Json.tree(until(() -> server.get("/api/server", ""), ok()).body())
                .at("/relays/0")
                .asText();
        var request = HttpRequest.newBuilder(URI.create(relay + "/cast"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(sealed.request()));
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 && answer.body().length == Envelope.REPLY
                    ? Tablet.open(sealed, answer.body())
                    : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    JsonNode board(String poll, String person) {
        return Json.tree(until(() -> server.get(path("/polls/" + poll + "/board"), token(person)), ok())
                .body());
    }

    // commands -------------------------------------------------------------------------------------------------

    @CanIgnoreReturnValue
    HttpResponse<String> must(String person, String name, Map<String, Object> data) {
        var answer = ask(person, name, data);
        assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isEqualTo(200);
        return answer;
    }

    /** The same command until it is answered. */
    HttpResponse<String> ask(String person, String name, Map<String, Object> data) {
        var frame = Map.of("id", UUID.randomUUID().toString(), "name", name, "data", data);
        return until(() -> server.post(path("/commands"), token(person), frame), answer -> answer.statusCode() != 503);
    }

    /** The journal's export, as a file. */
    Path export(Path directory) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.address() + path("/journal/export")))
                .header("Authorization", "Bearer " + token("thuky"))
                .build();
        var file = directory.resolve("nhat-ky.zip");
        var answer = client.send(request, HttpResponse.BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).isEqualTo(200);
        return file;
    }

    /** Once. */
    HttpResponse<String> look(String person, String what) {
        return server.get(path(what), token(person));
    }

    private JsonNode get(String person, String path) {
        return Json.tree(server.get(path(path), token(person)).body());
    }

    private static Predicate<HttpResponse<String>> ok() {
        return answer -> answer.statusCode() == 200;
    }

    private HttpResponse<String> until(Supplier<HttpResponse<String>> request, Predicate<HttpResponse<String>> enough) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var last = "no answer";
        while (System.nanoTime() < end) {
            var why = hopeless.get();
            if (why != null) throw new AssertionError("no server any more", why);
            try {
                var answer = request.get();
                if (enough.test(answer)) return answer;
                last = answer.statusCode() + " " + answer.body();
            } catch (UncheckedIOException killed) {
                last = killed.toString();
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new AssertionError(last);
    }

    private String token(String person) {
        return Optional.ofNullable(tokens.get(person)).orElseThrow();
    }

    private static String path(String rest) {
        return "/api/sessions/" + SESSION + rest;
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field).asText();
        assertThat(value).as(field + " of " + node).isNotEmpty();
        return value;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Its children have written their last word then. */
    @Override
    public void close() {
        var unused = server.stop();
        server.close();
        client.shutdownNow();
    }
}

package plenum.server.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import plenum.server.issuer.Taken;
import plenum.server.keys.Tablet;
import plenum.server.platform.Json;
import plenum.server.secret.Definition;
import plenum.server.secret.Envelope;
import plenum.server.secret.Keys;
import plenum.server.secret.Polls;
import plenum.server.secret.Step;

/**
 * A secret electronic poll of the whole hall: everybody takes a ballot at once through the hall, gets the token and
 * says that it is kept; then everybody casts at once through the relay. What tablets work out by themselves is done
 * before the clock runs.
 */
final class SecretRun {
    private static final byte RECORDED = 1;
    private static final List<String> TELLERS = List.of("d0", "d1", "d2");

    private final PlenumInstallation server;
    private final Fleet fleet;
    private final DoubleSupplier cpu;
    private final Map<String, Tablet> paired = new LinkedHashMap<>();
    private final HttpClient relay =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SecretRun(PlenumInstallation server, Fleet fleet, DoubleSupplier cpu) {
        this.server = server;
        this.fleet = fleet;
        this.cpu = cpu;
        for (var delegate : fleet.delegates) {
            var tablet = new Tablet();
            server.pair(delegate.person, tablet);
            paired.put(delegate.person, tablet);
        }
    }

    void poll(String poll, String item) {
        var definition = begun(poll, item);
        var tablets = new LinkedHashMap<String, plenum.server.secret.Tablet>();
        var issuer = Keys.rsa(definition.issuer());
        paired.keySet().forEach(person -> tablets.put(person, new plenum.server.secret.Tablet(issuer)));
        issue(poll, definition, tablets);
        var random = new Random(1);
        var sealed = tablets.values().stream()
                .map(tablet -> tablet.mark(Polls.ballot(definition, random)))
                .map(cast -> plenum.server.secret.Tablet.seal(definition, cast))
                .toList();
        step(poll, definition, "CAST");
        cast(sealed);
        step(poll, definition, "CLOSING");
        var started = System.nanoTime();
        step(poll, definition, "TALLIED");
        var collected = state(poll).at("/result/collected").asInt();
        Load.line("secret count", (System.nanoTime() - started) / 1e9, "s", collected + " ballots in the box");
        step(poll, definition, "CHECK");
        step(poll, definition, "FINAL");
        server.command("secretary", "ballot.declare", Map.of("pollId", poll));
    }

    private Definition begun(String poll, String item) {
        var lines = IntStream.range(0, 3)
                .mapToObj(n -> Map.of("lineId", "l" + n, "name", "Ông Lò Văn " + n))
                .toList();
        server.command(
                "secretary",
                "ballot.prepare",
                Map.of(
                        "pollId",
                        poll,
                        "itemId",
                        item,
                        "form",
                        "SECRET_ELECTRONIC",
                        "matter",
                        "election",
                        "title",
                        "Bầu Trưởng ban",
                        "seats",
                        1,
                        "lines",
                        lines));
        server.command(
                "secretary",
                "ballot.name-tellers",
                Map.of("pollId", poll, "tellers", TELLERS, "head", TELLERS.getFirst()));
        server.command("secretary", "ballot.issue", Map.of("pollId", poll));
        awaitPhase(poll, "ISSUE");
        return Definition.read(server.get(path(poll, "definition"), "d0").getBytes(StandardCharsets.UTF_8));
    }

    // the tokens -----------------------------------------------------------------------------------------------

    private void issue(String poll, Definition definition, Map<String, plenum.server.secret.Tablet> tablets) {
        var takes = new LinkedHashMap<String, String>();
        tablets.forEach((person, tablet) -> takes.put(person, take(poll, definition, person, tablet.blinded())));
        var before = cpu.getAsDouble();
        var started = System.nanoTime();
        var taken = Samples.ofNanos(started, fleet.command(person -> Objects.requireNonNull(takes.get(person))));
        var signed = new LinkedHashMap<String, byte[]>();
        var tokens = atOnce(List.copyOf(tablets.keySet()), person -> {
            var text = Json.tree(server.get(path(poll, "token"), person))
                    .path("signed")
                    .asText();
            synchronized (signed) {
                signed.put(person, Base64.getDecoder().decode(text));
            }
        });
        var stored = fleet.command(person -> "\"name\":\"ballot.stored\",\"data\":{\"pollId\":\"" + poll + "\"}");
        var all = Samples.ofNanos(started, stored);
        var used = cpu.getAsDouble() - before;
        var refusals = fleet.takeRefusals();
        if (!refusals.isEmpty()) throw new IllegalStateException(refusals.size() + " refused: " + refusals.getFirst());
        Load.line(
                "secret issue",
                all.max() / 1000,
                "s",
                String.format(Locale.ROOT, "taken max %.0f ms; tokens %s; %.2f CPU-s", taken.max(), tokens, used));
        tablets.forEach((person, tablet) -> {
            if (!tablet.accept(Objects.requireNonNull(signed.get(person)))) throw new IllegalStateException("no token");
        });
    }

    private String take(String poll, Definition definition, String person, byte[] blinded) {
        var text = Base64.getEncoder().encodeToString(blinded);
        var signature = signed(person, Taken.text(definition.hash(), person, text));
        return "\"name\":\"ballot.take\",\"data\":{\"pollId\":\"" + poll + "\",\"definition\":\"" + definition.hash()
                + "\",\"blinded\":\"" + text + "\",\"signature\":\"" + signature + "\"}";
    }

    // the box --------------------------------------------------------------------------------------------------

    private void cast(List<plenum.server.secret.Tablet.Sealed> sealed) {
        var address = URI.create(
                Json.tree(server.get("/api/server", "d0")).at("/relays/0").asText() + "/cast");
        var before = cpu.getAsDouble();
        var times = atOnce(sealed, one -> {
            var reply = sent(address, one.request());
            var answer = plenum.server.secret.Tablet.open(one, reply);
            if (answer.isEmpty() || answer.get().verdict() != RECORDED) throw new IllegalStateException("not recorded");
        });
        Load.line(
                "secret cast",
                times.max() / 1000,
                "s",
                String.format(
                        Locale.ROOT,
                        "%d receipts: %s, of these 1 to 3 s in the relay; server %.2f CPU-s",
                        sealed.size(),
                        times,
                        cpu.getAsDouble() - before));
    }

    private byte[] sent(URI address, byte[] envelope) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope));
        try {
            var reply = relay.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (reply.body().length != Envelope.REPLY) throw new IllegalStateException("status " + reply.statusCode());
            return reply.body();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void step(String poll, Definition definition, String to) {
        for (var teller : TELLERS.subList(0, 2)) {
            var issued = paired.size();
            server.command(
                    teller,
                    "ballot.approve",
                    Map.of(
                            "pollId", poll,
                            "to", to,
                            "issued", issued,
                            "signature", signed(teller, Step.text(definition.hash(), to, issued))));
        }
        awaitPhase(poll, to);
    }

    private void awaitPhase(String poll, String phase) {
        while (!phase.equals(state(poll).at("/electronic/phase").asText())) Load.pause(50);
    }

    private JsonNode state(String poll) {
        var state = Json.tree(server.get("/api/sessions/" + server.session() + "/state?as=control", "secretary"));
        for (var one : state.at("/parts/ballots/polls")) {
            if (poll.equals(one.path("pollId").asText())) return one;
        }
        throw new IllegalStateException("no poll " + poll);
    }

    private String path(String poll, String what) {
        return "/api/sessions/" + server.session() + "/polls/" + poll + "/" + what;
    }

    private String signed(String person, byte[] text) {
        var signature = Objects.requireNonNull(paired.get(person)).sign(new String(text, StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(signature));
    }

    /** Does it for all at once; when each was done. */
    private static <T> Samples atOnce(List<T> all, Consumer<T> deed) {
        var started = System.nanoTime();
        var tasks = new ArrayList<Callable<Double>>();
        for (var one : all) {
            tasks.add(() -> {
                deed.accept(one);
                return (System.nanoTime() - started) / 1e6;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Samples.of(threads.invokeAll(tasks).stream()
                    .mapToDouble(Future::resultNow)
                    .toArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

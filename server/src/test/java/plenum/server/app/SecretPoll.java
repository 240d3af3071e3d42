package plenum.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import plenum.server.issuer.BoxOrders;
import plenum.server.secret.BlindRsa;
import plenum.server.secret.CastBallot;
import plenum.server.secret.Definition;
import plenum.server.secret.Envelope;
import plenum.server.secret.Polls;
import plenum.server.secret.Published;
import plenum.server.secret.Step;
import plenum.server.secret.Tablet;
import plenum.server.testkit.PlenumProcess;

/** A secret poll over a real ballot box and a real relay, each in a process of its own, to be killed. */
final class SecretPoll implements AutoCloseable {
    static final String NAME = "phieu-kin";
    private static final String SERVER = "secret-of-the-server";
    private static final String RELAY = "secret-of-the-relay";

    private final Path directory;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, KeyPair> tablets;
    private final KeyPair issuer = Polls.issuer(0);
    final StringBuilder logs = new StringBuilder();
    private PlenumProcess box;
    private PlenumProcess relay;
    private final BoxOrders orders;
    final Definition definition;

    SecretPoll(Path directory, int people) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve("server-token"), SERVER + "\n");
        Files.writeString(directory.resolve("relay-token"), RELAY + "\n");
        this.tablets = Polls.tablets(people);
        this.box = startBox(0);
        this.relay = startRelay(0);
        this.orders = new BoxOrders(() -> box.address(), SERVER, Optional.empty());
        try {
            this.definition = defined();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Definition defined() {
        var keys = orders.prepare(NAME);
        var ready = Polls.definition(tablets, 1, true, 2, issuer, keys.box(), keys.receipt());
        var own = new Definition(
                NAME,
                ready.title(),
                ready.seats(),
                ready.blankValid(),
                ready.options(),
                ready.lines(),
                ready.eligible(),
                ready.board(),
                ready.issuer(),
                ready.box(),
                ready.receipt());
        var unused = orders.define(NAME, own.bytes());
        return own;
    }

    private PlenumProcess startBox(int port) {
        return PlenumProcess.start(
                "box",
                "--server-token",
                directory.resolve("server-token").toString(),
                "--relay-token",
                directory.resolve("relay-token").toString(),
                "--keys",
                keys().toString(),
                "--data",
                directory.resolve("box").toString(),
                "--listen",
                "127.0.0.1:" + port);
    }

    private PlenumProcess startRelay(int port) {
        return PlenumProcess.start(
                "relay",
                "--box",
                "http://127.0.0.1:" + box.port(),
                "--token",
                directory.resolve("relay-token").toString(),
                "--listen",
                "127.0.0.1:" + port);
    }

    Path keys() {
        return directory.resolve("keys");
    }

    void killBox() {
        var port = box.port();
        box.kill9();
        logs.append(box.log());
        box = startBox(port);
    }

    void killRelay() {
        var port = relay.port();
        relay.kill9();
        logs.append(relay.log());
        relay = startRelay(port);
    }

    // the delegates --------------------------------------------------------------------------------------------

    /** As many marked ballots under tokens of their own. */
    List<CastBallot> ballots(int number) {
        var random = new Random(number);
        var ballots = new ArrayList<CastBallot>();
        for (var one = 0; one < number; one++) {
            var tablet = new Tablet((RSAPublicKey) issuer.getPublic());
            if (!tablet.accept(BlindRsa.blindSign(issuer, tablet.blinded()))) throw new IllegalStateException();
            ballots.add(tablet.mark(Polls.ballot(definition, random)));
        }
        return ballots;
    }

    /** One envelope through the relay; empty when anything came between. */
    Optional<Tablet.Answer> cast(CastBallot ballot) {
        var sealed = Tablet.seal(definition, ballot);
        try {
            var reply = send(sealed.request());
            var isReply = reply.statusCode() == 200 && reply.body().length == Envelope.REPLY;
            return isReply ? Tablet.open(sealed, reply.body()) : Optional.empty();
        } catch (UncheckedIOException gone) {
            return Optional.empty();
        }
    }

    HttpResponse<byte[]> send(byte[] envelope) {
        var request = HttpRequest.newBuilder(URI.create(relay.address() + "/cast"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope));
        return sent(request.build());
    }

    // the committee --------------------------------------------------------------------------------------------

    void step(String to, int issued) {
        var text = Step.text(definition.hash(), to, issued);
        var approvals = List.of("db01", "db02").stream()
                .map(member -> new Step.Approval(
                        member,
                        Base64.getEncoder()
                                .encodeToString(Tablet.sign(Objects.requireNonNull(tablets.get(member)), text))))
                .toList();
        var unused = orders.step(NAME, new Step(to, issued, approvals));
    }

    Published board() {
        return orders.board(NAME);
    }

    HttpResponse<byte[]> order(String method, String what, String body, String token) {
        var request = HttpRequest.newBuilder(URI.create(box.address() + "/polls/" + NAME + what))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return sent(request.build());
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What both processes have printed so far. */
    String printed() {
        return logs + box.log() + relay.log();
    }

    @Override
    public void close() {
        relay.close();
        box.close();
        orders.close();
        client.shutdownNow();
    }
}

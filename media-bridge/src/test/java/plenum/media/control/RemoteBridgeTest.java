package plenum.media.control;

import static org.assertj.core.api.Assertions.assertThat;
import static plenum.media.api.BridgePromises.done;
import static plenum.media.api.BridgePromises.failure;
import static plenum.media.api.BridgePromises.take;

import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.net.SelfSignedCertificate;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgePromises;
import plenum.media.api.EndpointId;
import plenum.media.api.LineQuality;
import plenum.media.api.Mapping;
import plenum.media.api.MediaBridge;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.testkit.TcpDetour;

/** A bridge at the other end of a real socket: the promises of every bridge, and what the channel adds to them. */
class RemoteBridgeTest implements BridgePromises {
    private static final String TOKEN = "a-secret-of-both-ends";
    private static final Duration QUICK = Duration.ofMillis(900);
    private static final Duration NEVER = Duration.ofMinutes(10);

    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final FakeBridge fake = opened(new FakeBridge());
    private final BlockingQueue<BridgeEvent> heard = new LinkedBlockingQueue<>();
    private Duration answer = Duration.ofSeconds(15);
    private BridgeHost host = host(0);

    private BridgeHost host(int port) {
        return host(port, NEVER, NEVER);
    }

    private BridgeHost host(int port, Duration silence, Duration orphaned) {
        var settings = new BridgeHost.Settings("test", "127.0.0.1", port, TOKEN, Optional.empty(), silence, orphaned);
        return opened(BridgeHost.open(vertx, fake, settings)
                .toCompletionStage()
                .toCompletableFuture()
                .join());
    }

    private RemoteBridge remote(String token) {
        return remote(token, host.port(), false, Duration.ofMillis(20));
    }

    private RemoteBridge remote(String token, int port, boolean resumes, Duration pause) {
        var url = URI.create("ws://127.0.0.1:" + port);
        return opened(new RemoteBridge(
                vertx,
                new RemoteBridge.Settings(
                        url, token, Optional.empty(), answer, NEVER, pause, pause.multipliedBy(5), resumes)));
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.addFirst(part);
        return part;
    }

    @Override
    public MediaBridge bridge() {
        return remote(TOKEN);
    }

    private RemoteBridge ready() {
        var remote = remote(TOKEN);
        remote.listen(heard::add);
        assertThat(take(heard, 1)).allMatch(BridgeEvent.Ready.class::isInstance);
        return remote;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var part : open) part.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void everySortOfEventArrivesInOrderAndUnchanged() {
        var ignored = ready();
        var source = new SourceId(new EndpointId("a-b.c_v0"), SourceKind.SCREEN);
        var said = List.of(
                new BridgeEvent.Connected(ROOM, AN),
                new BridgeEvent.Disconnected(ROOM, AN),
                new BridgeEvent.Expired(ROOM, AN),
                new BridgeEvent.SourcesMapped(
                        ROOM, AN, List.of(new Mapping("v0", Optional.of(source)), new Mapping("a0", Optional.empty()))),
                new BridgeEvent.SourceActive(ROOM, source, true),
                new BridgeEvent.DominantSpeaker(ROOM, Optional.of(AN)),
                new BridgeEvent.DominantSpeaker(ROOM, Optional.empty()),
                new BridgeEvent.AudioLevels(ROOM, Map.of(AN, 37)),
                new BridgeEvent.SenderConstraints(ROOM, source, 360),
                new BridgeEvent.Quality(ROOM, AN, new LineQuality(1_500_000, 0.01, 5_000_000_000L, 0, 7, -1)),
                new BridgeEvent.Ready("again"));
        said.forEach(fake::emit);
        assertThat(take(heard, said.size())).isEqualTo(said);
    }

    @Test
    void whatIsAskedArrivesUnchanged() {
        var bridge = ready();
        var screen = new SourceId(AN, SourceKind.SCREEN);
        var camera = new SourceId(new EndpointId("binh"), SourceKind.CAMERA);
        var constraints =
                new ReceiverConstraints(List.of(screen, camera), Map.of(screen, 1080), 180, -1, 9_000_000_000L);
        done(bridge.openConference(ROOM));
        var ignored = done(bridge.openEndpoint(ROOM, AN, SPEC));
        done(bridge.permit(ROOM, AN, new Permission(true, false, true)));
        done(bridge.constrain(ROOM, AN, constraints));
        assertThat(fake.asked()).containsExactly(new Permission(true, false, true), constraints);
    }

    @Test
    void linksAreOpenedDialledCountedAndClosedAsIfTheBridgeWereHere() {
        var bridge = ready();
        done(bridge.openConference(ROOM));
        var ticket = done(bridge.openLink(ROOM, "district"));
        assertThat(ticket.toString()).isEqualTo(FakeBridge.TICKET.toString());
        assertThat(ticket.addresses()).isEqualTo(FakeBridge.TICKET.addresses());
        assertThat(ticket.up().key()).isEqualTo(FakeBridge.TICKET.up().key());
        assertThat(ticket.down().salt()).isEqualTo(FakeBridge.TICKET.down().salt());
        done(bridge.dialLink(ROOM, "above", ticket));
        done(bridge.closeLink(ROOM, "above"));
        assertThat(fake.asked()).hasSize(3).startsWith("district0").endsWith("no above");
        assertThat(done(bridge.linkStats(ROOM, "above"))).isEqualTo(FakeBridge.STATS);
    }

    @Test
    void aTicketNeedsItsConference() {
        assertThat(failure(ready().openLink(ROOM, "district"))).isEqualTo(BridgeException.Kind.UNKNOWN);
    }

    @Test
    void aCallWhileTheBridgeIsAwayFailsAtOnce() {
        var bridge = remote(TOKEN);
        assertThat(failure(bridge.openConference(ROOM))).isEqualTo(BridgeException.Kind.UNAVAILABLE);
    }

    @Test
    void aCallThatIsNotAnsweredInTimeFails() {
        answer = QUICK;
        var bridge = ready();
        fake.fallMute();
        assertThat(failure(bridge.openConference(ROOM))).isEqualTo(BridgeException.Kind.UNAVAILABLE);
    }

    @Test
    void aCallOnItsWayFailsWhenTheHostDies() {
        var bridge = ready();
        fake.fallMute();
        var call = bridge.openConference(ROOM);
        host.close();
        assertThat(failure(call)).isEqualTo(BridgeException.Kind.UNAVAILABLE);
    }

    @Test
    void aHostThatComesBackIsReadyAgainWithNothingOpen() {
        var bridge = ready();
        done(bridge.openConference(ROOM));
        var port = host.port();
        host.close();
        assertThat(take(heard, 1)).allMatch(BridgeEvent.Lost.class::isInstance);
        assertThat(failure(bridge.stats())).isEqualTo(BridgeException.Kind.UNAVAILABLE);
        host = host(port);
        assertThat(take(heard, 1)).allMatch(BridgeEvent.Ready.class::isInstance);
        done(bridge.openConference(ROOM));
    }

    @Test
    void aSecondServerTakesOverAndFindsNothingOpen() {
        var first = remote(TOKEN, host.port(), false, NEVER); // it does not take over again
        BlockingQueue<BridgeEvent> firstHeard = new LinkedBlockingQueue<>();
        first.listen(firstHeard::add);
        assertThat(take(firstHeard, 1)).allMatch(BridgeEvent.Ready.class::isInstance);
        done(first.openConference(ROOM));
        var second = ready();
        assertThat(take(firstHeard, 1)).allMatch(BridgeEvent.Lost.class::isInstance);
        first.close();
        assertThat(failure(first.stats())).isEqualTo(BridgeException.Kind.UNAVAILABLE);
        assertThat(done(second.stats()).conferences()).isZero();
    }

    @Test
    void whatALostServerOpenedIsClosedAfterAWhile() {
        host = host(0, NEVER, QUICK);
        var bridge = ready();
        done(bridge.openConference(ROOM));
        bridge.close();
        assertThat(take(fake.closed(), 1)).containsExactly(ROOM);
    }

    /** One that finds the bridge again as it was, over a line that can be cut. */
    private RemoteBridge resuming(TcpDetour detour) {
        var remote = remote(TOKEN, detour.port(), true, Duration.ofMillis(20));
        remote.listen(heard::add);
        assertThat(take(heard, 1)).allMatch(BridgeEvent.Ready.class::isInstance);
        done(remote.openConference(ROOM));
        var ignored = done(remote.openEndpoint(ROOM, AN, SPEC));
        return remote;
    }

    @Test
    void whoLostOnlyTheConnectionFindsAllAsItWasAndHearsTheNewestOfWhatWasSaid() {
        var detour = opened(new TcpDetour(host.port()));
        var bridge = resuming(detour);
        detour.cut(true);
        assertThat(take(heard, 1)).allMatch(BridgeEvent.Lost.class::isInstance);
        var limit = new BridgeEvent.SenderConstraints(ROOM, new SourceId(AN, SourceKind.CAMERA), 180);
        fake.emit(new BridgeEvent.Connected(ROOM, AN));
        fake.emit(limit);
        fake.emit(new BridgeEvent.Disconnected(ROOM, AN));
        assertThat(done(fake.stats()).endpoints()).isEqualTo(1);
        detour.cut(false);
        assertThat(take(heard, 3))
                .containsExactly(new BridgeEvent.Resumed("test"), limit, new BridgeEvent.Disconnected(ROOM, AN));
        done(bridge.permit(ROOM, AN, Permission.NONE));
    }

    @Test
    void whoStaysAwayTooLongFindsNothing() {
        host = host(0, NEVER, QUICK);
        var detour = opened(new TcpDetour(host.port()));
        var bridge = resuming(detour);
        detour.cut(true);
        assertThat(take(fake.closed(), 1)).containsExactly(ROOM);
        detour.cut(false);
        assertThat(take(heard, 2).getLast()).isInstanceOf(BridgeEvent.Ready.class);
        assertThat(done(bridge.stats()).conferences()).isZero();
    }

    @Test
    void aServerThatCameBetweenLeavesNothingToTheFirst() {
        var detour = opened(new TcpDetour(host.port()));
        var first = resuming(detour);
        detour.cut(true);
        var second = remote(TOKEN);
        BlockingQueue<BridgeEvent> other = new LinkedBlockingQueue<>();
        second.listen(other::add);
        assertThat(take(other, 1)).allMatch(BridgeEvent.Ready.class::isInstance);
        second.close();
        detour.cut(false);
        assertThat(take(heard, 2).getLast()).isInstanceOf(BridgeEvent.Ready.class);
        assertThat(done(first.stats()).conferences()).isZero();
    }

    @Test
    void aListenerThatThrowsHearsTheNextEvent() {
        var remote = remote(TOKEN);
        remote.listen(event -> {
            heard.add(event);
            throw new IllegalStateException("a bug in the listener");
        });
        var ignored = take(heard, 1);
        fake.emit(new BridgeEvent.Connected(ROOM, AN));
        assertThat(take(heard, 1)).containsExactly(new BridgeEvent.Connected(ROOM, AN));
    }

    @Test
    void aWrongTokenControlsNothing() {
        var stranger = remote("another-secret-of-nobody");
        stranger.listen(heard::add);
        assertThat(failure(stranger.openConference(ROOM))).isEqualTo(BridgeException.Kind.UNAVAILABLE);
        assertThat(status("/bridge", "Bearer another-secret-of-nobody")).isEqualTo(401);
        assertThat(status("/bridge", "Bearer ")).isEqualTo(401);
        assertThat(status("/bridge", TOKEN)).isEqualTo(401);
        assertThat(status("/other", "Bearer " + TOKEN)).isEqualTo(404);
        assertThat(heard).isEmpty();
        assertThat(done(fake.stats()).conferences()).isZero();
    }

    private int status(String path, String authorization) {
        try {
            var ignored = raw(path, authorization);
            throw new AssertionError("let in");
        } catch (CompletionException no) {
            if (no.getCause() instanceof UpgradeRejectedException rejected) return rejected.getStatus();
            throw no;
        }
    }

    private WebSocket raw(String path, String authorization) {
        WebSocketClient client = vertx.createWebSocketClient();
        open.addFirst(
                () -> client.close().toCompletionStage().toCompletableFuture().join());
        var where = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(host.port())
                .setURI(path)
                .addSubProtocol(Wire.SUBPROTOCOL)
                .putHeader("Authorization", authorization);
        return client.connect(where)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"id\":1}",
                "{\"id\":1,\"call\":{\"name\":\"format\"}}",
                "{\"id\":\"1\",\"call\":{\"name\":\"stats\"}}",
                "{\"id\":1,\"call\":{\"name\":\"stats\"},\"more\":1}",
                "{\"id\":1,\"call\":{\"name\":\"openConference\",\"conference\":\"a b\"}}",
                "{\"id\":1,\"call\":{\"name\":\"openConference\",\"conference\":null}}",
                "{\"id\":1,\"call\":{\"name\":\"openConference\",\"conference\":[[[[[[[[[[[1]]]]]]]]]]]}}",
                "{\"id\":1,\"call\":{\"name\":\"openEndpoint\",\"conference\":\"a\",\"endpoint\":\"b\",\"spec\":"
                        + "{\"audioSlots\":99,\"videoSlots\":1,\"permission\":{\"microphone\":true,\"camera\":true,"
                        + "\"screen\":true},\"echo\":false,\"region\":\"\"}}}"
            })
    void aMalformedMessageEndsTheChannel(String text) {
        var closed = new CompletableFuture<Integer>();
        var socket = raw("/bridge", "Bearer " + TOKEN);
        socket.closeHandler(end -> closed.complete((int) socket.closeStatusCode()));
        socket.writeTextMessage(text).toCompletionStage().toCompletableFuture().join();
        assertThat(closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(4000);
        assertThat(done(ready().stats()).conferences()).isZero();
    }

    @Test
    void overTlsOnlyATrustedHostIsControlled() {
        var certificate = SelfSignedCertificate.create("localhost");
        var settings =
                BridgeHost.Settings.usual("secure", "127.0.0.1", 0, TOKEN, Optional.of(certificate.keyCertOptions()));
        var secure = opened(BridgeHost.open(vertx, fake, settings)
                .toCompletionStage()
                .toCompletableFuture()
                .join());
        var url = URI.create("wss://localhost:" + secure.port());
        BlockingQueue<BridgeEvent> nothing = new LinkedBlockingQueue<>();
        opened(new RemoteBridge(vertx, RemoteBridge.Settings.usual(url, TOKEN, Optional.empty())))
                .listen(nothing::add);
        opened(new RemoteBridge(
                        vertx, RemoteBridge.Settings.usual(url, TOKEN, Optional.of(certificate.trustOptions()))))
                .listen(heard::add);
        assertThat(take(heard, 1)).allMatch(BridgeEvent.Ready.class::isInstance);
        assertThat(nothing).isEmpty();
    }

    @Test
    void aServerThatFallsSilentLosesTheChannel() {
        host = host(0, Duration.ofMillis(600), NEVER);
        var closed = new CompletableFuture<Integer>();
        var socket = raw("/bridge", "Bearer " + TOKEN);
        socket.closeHandler(end -> closed.complete((int) socket.closeStatusCode()));
        assertThat(closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(4010);
    }

    @Test
    void anEnormousMessageIsNotRead() {
        var closed = new CompletableFuture<Integer>();
        var socket = raw("/bridge", "Bearer " + TOKEN);
        socket.closeHandler(end -> closed.complete((int) socket.closeStatusCode()));
        socket.writeTextMessage("x".repeat(2 * Wire.MESSAGE_BYTES)).onFailure(cut -> {});
        assertThat(closed.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(4000);
        assertThat(done(ready().stats()).conferences()).isZero();
    }
}

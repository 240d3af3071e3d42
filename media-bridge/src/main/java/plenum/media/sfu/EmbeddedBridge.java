package plenum.media.sfu;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.ice.IceLite;
import plenum.media.link.LinkStats;
import plenum.media.link.LinkTicket;
import plenum.media.link.LinkedBridge;
import plenum.media.net.NettyTransport;
import plenum.media.net.Transport;
import plenum.media.srtp.WarmUp;

/**
 * The selective forwarding unit of this house, in this process. Everything happens on its one media thread; what it has
 * to say is said on another.
 */
public final class EmbeddedBridge implements LinkedBridge {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBridge.class);

    /** How often feedback, reports and time limits are looked after. */
    private static final Duration TICK = Duration.ofMillis(10);

    /** To warm up. */
    private static final int HANDSHAKES = 50;

    private static final int PACKETS = 30_000;

    private final String name;
    private final Transport transport;
    private final Announcer announcer;
    private final Conferences conferences;

    private EmbeddedBridge(String name, Shared shared) {
        this.name = name;
        transport = shared.transport();
        announcer = shared.announcer();
        conferences = new Conferences(shared);
    }

    /** @throws java.io.UncheckedIOException when it cannot listen where it should */
    public static EmbeddedBridge start(BridgeSettings settings) {
        return start(settings, new NettyTransport(settings.transport()));
    }

    /** Over a transport that was not started yet; the bridge closes it. */
    public static EmbeddedBridge start(BridgeSettings settings, Transport transport) {
        var ice = new IceLite<Endpoint>(transport);
        var counters = new Counters();
        var links = new Links();
        var held = new HeldFrames(transport::segments);
        transport.start(new PacketPath(ice, links, counters, held));
        var shared = Shared.of(settings, transport, ice, links, counters, held);
        var bridge = new EmbeddedBridge(settings.name(), shared);
        var unused = transport.every(TICK, () -> bridge.conferences.tick(System.nanoTime()));
        if (settings.warmsUp()) {
            Thread.ofPlatform().daemon().name("media-warm-up").start(() -> warmUp(shared));
        }
        return bridge;
    }

    private static void warmUp(Shared shared) {
        try {
            shared.handshakes().warmUp(HANDSHAKES);
            WarmUp.run(PACKETS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public CompletionStage<Void> openConference(ConferenceId conference) {
        return tell(() -> conferences.open(conference));
    }

    @Override
    public CompletionStage<Void> closeConference(ConferenceId conference) {
        return tell(() -> conferences.close(conference));
    }

    @Override
    public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
        return ask(() -> conferences.get(conference).open(endpoint, spec).offer());
    }

    @Override
    public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
        return tell(() -> conferences.get(conference).get(endpoint).answer(sdp));
    }

    @Override
    public CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
        return tell(() -> conferences.find(conference).ifPresent(found -> found.close(endpoint)));
    }

    @Override
    public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
        return tell(() -> conferences.get(conference).get(endpoint).uplink().permit(permission));
    }

    @Override
    public CompletionStage<Void> constrain(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        return tell(() -> conferences.get(conference).get(endpoint).slots().constrain(constraints));
    }

    @Override
    public CompletionStage<LinkTicket> openLink(ConferenceId conference, String name) {
        return ask(() -> conferences.get(conference).openLink(name));
    }

    @Override
    public CompletionStage<Void> dialLink(ConferenceId conference, String name, LinkTicket ticket) {
        return tell(() -> conferences.get(conference).dialLink(name, ticket));
    }

    @Override
    public CompletionStage<Void> closeLink(ConferenceId conference, String name) {
        return tell(() -> conferences.find(conference).ifPresent(found -> found.closeLink(name)));
    }

    @Override
    public CompletionStage<LinkStats> linkStats(ConferenceId conference, String name) {
        return ask(() -> conferences.get(conference).linkStats(name));
    }

    @Override
    public CompletionStage<BridgeStats> stats() {
        return ask(conferences::stats);
    }

    @Override
    public void listen(Consumer<BridgeEvent> listener) {
        announcer.listener(listener);
        announcer.tell(new BridgeEvent.Ready(name));
    }

    /** Every endpoint gets a good-bye. */
    @Override
    public void close() {
        tell(conferences::closeAll).toCompletableFuture().join();
        transport.close();
        announcer.close();
    }

    @SuppressWarnings("NullAway") // there is no other value of Void
    private CompletionStage<Void> tell(Runnable command) {
        return ask(() -> {
            command.run();
            return null;
        });
    }

    private <T> CompletionStage<T> ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        try {
            transport.execute(() -> answer(question, answer));
        } catch (RejectedExecutionException closed) {
            answer.completeExceptionally(unavailable("the bridge is closed"));
        }
        return answer;
    }

    /** On the media thread; whoever waits goes on elsewhere. */
    private <T> void answer(Supplier<T> question, CompletableFuture<T> answer) {
        try {
            T value = question.get();
            announcer.run(() -> answer.complete(value));
        } catch (BridgeException refusal) {
            announcer.run(() -> answer.completeExceptionally(refusal));
        } catch (RuntimeException fault) {
            LOG.error("the bridge failed", fault);
            announcer.run(() -> answer.completeExceptionally(unavailable("fault")));
        }
    }

    private static BridgeException unavailable(String reason) {
        return new BridgeException(BridgeException.Kind.UNAVAILABLE, reason);
    }
}

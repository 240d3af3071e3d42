package plenum.media.sfu;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.net.NettyTransport;
import plenum.media.peer.MediaPeers;

/** A bridge on the loopback address with one conference, and peers for it. */
final class TestBridge implements AutoCloseable {
    static final ConferenceId CONFERENCE = new ConferenceId("c");
    private static final NettyTransport.Settings LOOPBACK =
            NettyTransport.Settings.on(InetAddress.getLoopbackAddress()).withTcpPort(0);
    private static final Map<String, List<String>> ALL_LAYERS =
            Map.of("0", List.of(), "1", List.of("q", "h", "f"), "2", List.of("h", "f"));

    private final MediaPeers peers = new MediaPeers();
    private final BlockingQueue<BridgeEvent> events = new LinkedBlockingQueue<>();
    private final List<Participant> participants = new ArrayList<>();
    private final EmbeddedBridge bridge;

    TestBridge() {
        this(Duration.ofMinutes(1));
    }

    TestBridge(Duration expiry) {
        this(LOOPBACK, expiry);
    }

    TestBridge(NettyTransport.Settings transport) {
        this(transport, Duration.ofMinutes(1));
    }

    private TestBridge(NettyTransport.Settings transport, Duration expiry) {
        bridge = EmbeddedBridge.start(
                BridgeSettings.on(transport).withExpiry(expiry).withoutWarmUp());
        bridge.listen(events::add);
        done(bridge.openConference(CONFERENCE));
    }

    EmbeddedBridge bridge() {
        return bridge;
    }

    /** A connected peer with four voice and four picture slots, permitted everything. */
    @CanIgnoreReturnValue
    Participant join(String name) {
        return join(name, new EndpointSpec(4, 4, Permission.ALL, false));
    }

    @CanIgnoreReturnValue
    Participant join(String name, EndpointSpec spec) {
        String offer = done(bridge.openEndpoint(CONFERENCE, new EndpointId(name), spec))
                .sdp();
        var participant = new Participant(name, peers, offer, ALL_LAYERS);
        done(bridge.answer(CONFERENCE, participant.id(), participant.peer().answer()));
        participant.peer().connectNow();
        participants.add(participant);
        return participant;
    }

    void permit(Participant who, Permission permission) {
        done(bridge.permit(CONFERENCE, who.id(), permission));
    }

    /** Wants all pictures at this height. */
    void want(Participant who, int height) {
        want(who, new ReceiverConstraints(List.of(), Map.of(), height, -1, 0));
    }

    void want(Participant who, ReceiverConstraints constraints) {
        done(bridge.constrain(CONFERENCE, who.id(), constraints));
    }

    void close(Participant who) {
        done(bridge.closeEndpoint(CONFERENCE, who.id()));
    }

    /** The next event of a kind that is wanted; those before it are dropped. */
    @CanIgnoreReturnValue
    <E extends BridgeEvent> E next(Class<E> kind, Predicate<E> wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < end) {
            var event = events.poll(30, TimeUnit.SECONDS);
            if (event == null) {
                break;
            }
            if (kind.isInstance(event) && wanted.test(kind.cast(event))) {
                return kind.cast(event);
            }
        }
        throw new AssertionError("no such " + kind.getSimpleName());
    }

    static <T> T done(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        participants.forEach(Participant::rest);
        peers.close();
        bridge.close();
    }
}

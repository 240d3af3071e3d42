package plenum.media.load;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.control.RemoteBridge;

/** The bridge of this house in a process of its own, over its control channel. */
final class PlenumSfu implements Sfu {
    private static final ConferenceId ROOM = new ConferenceId("load");
    private static final int MOST_AT_ONCE = 8;
    private static final int VOICES = 3;

    private final String name;
    private final Child child;
    private final Vertx vertx = Vertx.vertx();
    private final RemoteBridge bridge;

    private PlenumSfu(String name, Child child, String token, int port) {
        this.name = name;
        this.child = child;
        var url = URI.create("ws://127.0.0.1:" + port);
        bridge = new RemoteBridge(vertx, RemoteBridge.Settings.usual(url, token, Optional.empty()));
    }

    /**
     * @param processor on which alone it may run; -1: on any
     * @param jvm flags of its process
     * @param frameWise it sends a frame to a receiver as one message
     */
    static PlenumSfu start(int processor, List<String> jvm, boolean frameWise) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BridgeProcess.class.getName()));
        if (!frameWise) {
            command.add(BridgeProcess.PACKET_WISE);
        }
        var child = Child.start(command, processor, ProcessBuilder.Redirect.PIPE);
        int port = Integer.parseInt(child.awaitLine(BridgeProcess.READY));
        var sfu = new PlenumSfu(frameWise ? "Plenum" : "packet-wise", child, BridgeProcess.TOKEN, port);
        sfu.awaitReady();
        return sfu;
    }

    private void awaitReady() {
        var ready = new CompletableFuture<BridgeEvent>();
        bridge.listen(event -> {
            if (event instanceof BridgeEvent.Ready) {
                ready.complete(event);
            }
        });
        var unused = await(ready);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long pid() {
        return child.pid();
    }

    @Override
    public void open(Cell cell, Generator generator) {
        var people = generator.people(cell);
        done(bridge.openConference(ROOM));
        var publishers = people.stream().filter(one -> !one.streams().isEmpty()).toList();
        var watchers = people.stream().filter(one -> one.streams().isEmpty()).toList();
        var joined = new ArrayList<>(AtOnce.map(MOST_AT_ONCE, publishers, one -> join(one, cell, generator)));
        joined.addAll(AtOnce.map(MOST_AT_ONCE, watchers, one -> join(one, cell, generator)));
    }

    private Peer join(Participant one, Cell cell, Generator generator) {
        var endpoint = new EndpointId(one.name());
        var peer = generator.peer(InetAddress.getLoopbackAddress(), one.streams(), one.watches());
        int pictures = one.watches() ? cell.pictures() : 0;
        var spec = new EndpointSpec(VOICES, pictures, Permission.ALL, false);
        var offer = await(bridge.openEndpoint(ROOM, endpoint, spec)).sdp();
        done(bridge.answer(ROOM, endpoint, Sdp.answer(offer, peer)));
        peer.connect(Remote.of(offer));
        if (one.watches()) {
            done(bridge.constrain(ROOM, endpoint, wishes(cell)));
        }
        return peer;
    }

    /** All pictures in full, the publishers in their order. */
    private static ReceiverConstraints wishes(Cell cell) {
        var selected = new ArrayList<SourceId>();
        for (int i = 0; i < cell.publishers().size(); i++) {
            selected.add(new SourceId(new EndpointId(Generator.name(i)), SourceKind.CAMERA));
        }
        return new ReceiverConstraints(selected, Map.of(), 720, -1, 0);
    }

    @Override
    public void leave() {
        done(bridge.closeConference(ROOM));
    }

    private static void done(CompletionStage<Void> stage) {
        var unused = await(stage.thenApply(nothing -> true));
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        bridge.close();
        vertx.close().await();
        child.close();
    }
}

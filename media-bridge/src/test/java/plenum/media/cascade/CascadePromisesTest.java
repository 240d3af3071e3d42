package plenum.media.cascade;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgePromises;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.MediaBridge;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.net.NettyTransport;
import plenum.media.sfu.BridgeSettings;
import plenum.media.sfu.EmbeddedBridge;

/** A tree of bridges keeps the promises of one, wherever in it an endpoint is. */
class CascadePromisesTest {
    private static final List<MediaBridge> OPEN = new ArrayList<>();

    private static MediaBridge tree() {
        var district = new Branch("district", "", embedded());
        var commune = new Branch("commune", "district", embedded());
        var tree = new Cascade(embedded(), List.of(commune, district), Cascade.PATIENCE);
        OPEN.add(tree);
        return tree;
    }

    private static EmbeddedBridge embedded() {
        var loopback = NettyTransport.Settings.on(InetAddress.getLoopbackAddress());
        return EmbeddedBridge.start(
                BridgeSettings.on(loopback).withExpiry(Duration.ofMinutes(1)).withoutWarmUp());
    }

    @AfterEach
    void close() {
        OPEN.forEach(MediaBridge::close);
        OPEN.clear();
    }

    @Nested
    class AtTheRoot implements BridgePromises {
        @Override
        public MediaBridge bridge() {
            return tree();
        }
    }

    @Nested
    class InACommune implements BridgePromises {
        @Override
        public MediaBridge bridge() {
            return new In("commune", tree());
        }
    }

    /** All endpoints are of one region. */
    private record In(String region, MediaBridge tree) implements MediaBridge {
        @Override
        public CompletionStage<Void> openConference(ConferenceId conference) {
            return tree.openConference(conference);
        }

        @Override
        public CompletionStage<Void> closeConference(ConferenceId conference) {
            return tree.closeConference(conference);
        }

        @Override
        public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
            return tree.openEndpoint(conference, endpoint, spec.in(region));
        }

        @Override
        public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
            return tree.answer(conference, endpoint, sdp);
        }

        @Override
        public CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
            return tree.closeEndpoint(conference, endpoint);
        }

        @Override
        public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
            return tree.permit(conference, endpoint, permission);
        }

        @Override
        public CompletionStage<Void> constrain(
                ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
            return tree.constrain(conference, endpoint, constraints);
        }

        @Override
        public CompletionStage<BridgeStats> stats() {
            return tree.stats();
        }

        @Override
        public void listen(Consumer<BridgeEvent> listener) {
            tree.listen(listener);
        }

        @Override
        public void close() {
            tree.close();
        }
    }
}

package plenum.media.jitsi;

import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.MediaBridge;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;

/**
 * A bridge that gives nobody back his own media, and one beside it that does: conferences in which somebody asks for an
 * echo are there. It is there when the first one is.
 */
public final class WithEcho implements MediaBridge {
    private final MediaBridge rooms;
    private final MediaBridge echo;
    private final Set<ConferenceId> tests = ConcurrentHashMap.newKeySet();

    /** Both are closed with it. */
    public WithEcho(MediaBridge rooms, MediaBridge echo) {
        this.rooms = rooms;
        this.echo = echo;
    }

    private MediaBridge of(ConferenceId conference) {
        return tests.contains(conference) ? echo : rooms;
    }

    /** At both: for what it is made shows with its first endpoint. */
    @Override
    public CompletionStage<Void> openConference(ConferenceId conference) {
        return echo.openConference(conference)
                .thenCombine(rooms.openConference(conference), (beside, opened) -> opened);
    }

    @Override
    public CompletionStage<Void> closeConference(ConferenceId conference) {
        tests.remove(conference);
        return echo.closeConference(conference)
                .thenCombine(rooms.closeConference(conference), (beside, closed) -> closed);
    }

    @Override
    public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
        if (spec.echo()) tests.add(conference);
        return of(conference).openEndpoint(conference, endpoint, spec);
    }

    @Override
    public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
        return of(conference).answer(conference, endpoint, sdp);
    }

    @Override
    public CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
        return of(conference).closeEndpoint(conference, endpoint);
    }

    @Override
    public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
        return of(conference).permit(conference, endpoint, permission);
    }

    @Override
    public CompletionStage<Void> constrain(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        return of(conference).constrain(conference, endpoint, constraints);
    }

    /** Without the tests. */
    @Override
    public CompletionStage<BridgeStats> stats() {
        return rooms.stats();
    }

    @Override
    public void listen(Consumer<BridgeEvent> listener) {
        echo.listen(event -> {
            if (!ofTheBridge(event)) listener.accept(event);
        });
        rooms.listen(listener);
    }

    private static boolean ofTheBridge(BridgeEvent event) {
        return event instanceof BridgeEvent.Ready
                || event instanceof BridgeEvent.Resumed
                || event instanceof BridgeEvent.Lost;
    }

    @Override
    public void close() {
        rooms.close();
        echo.close();
    }
}

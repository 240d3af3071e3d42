package plenum.media.cascade;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import plenum.media.link.LinkStats;
import plenum.media.link.LinkTicket;
import plenum.media.link.LinkedBridge;

/**
 * Several bridges of one place, of which one works and the others stand by. When the one that works is lost, the next
 * that answers begins anew in its place: {@link BridgeEvent.Lost}, {@link BridgeEvent.Ready}. A bridge that comes back
 * stands by; nobody is moved for its sake. Thread-safe.
 */
public final class Standby implements LinkedBridge {
    private static final Logger LOG = LoggerFactory.getLogger(Standby.class);

    private final List<Member> members;
    private volatile @Nullable Member working;
    private Consumer<BridgeEvent> listener = event -> {};

    /** One of them. */
    private static final class Member {
        private final int number;
        private final LinkedBridge bridge;
        private boolean ready;

        private Member(int number, LinkedBridge bridge) {
            this.number = number;
            this.bridge = bridge;
        }
    }

    /** @param bridges in the order in which they are taken at the start; closed with it. They begin anew when lost. */
    public Standby(List<? extends LinkedBridge> bridges) {
        members = IntStream.range(0, bridges.size())
                .mapToObj(number -> new Member(number, bridges.get(number)))
                .toList();
        if (members.isEmpty()) throw new IllegalArgumentException("no bridge");
    }

    // events -----------------------------------------------------------------------------------------------------

    @Override
    public synchronized void listen(Consumer<BridgeEvent> next) {
        listener = next;
        members.forEach(member -> member.bridge.listen(event -> on(member, event)));
    }

    private synchronized void on(Member member, BridgeEvent event) {
        if (event instanceof BridgeEvent.Ready) member.ready = true;
        if (event instanceof BridgeEvent.Lost) member.ready = false;
        if (member == working) listener.accept(event);
        if (event instanceof BridgeEvent.Lost && member == working) replace(member);
        if (event instanceof BridgeEvent.Ready ready && working == null) take(member, ready);
    }

    /** By the next one after it. */
    private void replace(Member lost) {
        working = null;
        for (var next : after(lost)) {
            if (!next.ready || working != null) continue;
            LOG.warn("bridge {} takes the place of bridge {}", next.number + 1, lost.number + 1);
            take(next, new BridgeEvent.Ready("standby " + (next.number + 1)));
        }
    }

    private List<Member> after(Member one) {
        var others = new ArrayList<>(members.subList(one.number + 1, members.size()));
        others.addAll(members.subList(0, one.number));
        return others;
    }

    private void take(Member member, BridgeEvent.Ready ready) {
        working = member;
        listener.accept(ready);
    }

    // calls ------------------------------------------------------------------------------------------------------

    private <T> CompletionStage<T> ask(Function<LinkedBridge, CompletionStage<T>> call) {
        var member = working;
        if (member != null) return call.apply(member.bridge);
        return CompletableFuture.failedStage(
                new BridgeException(BridgeException.Kind.UNAVAILABLE, "none of the bridges answers"));
    }

    @Override
    public CompletionStage<Void> openConference(ConferenceId conference) {
        return ask(bridge -> bridge.openConference(conference));
    }

    @Override
    public CompletionStage<Void> closeConference(ConferenceId conference) {
        return ask(bridge -> bridge.closeConference(conference));
    }

    @Override
    public CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) {
        return ask(bridge -> bridge.openEndpoint(conference, endpoint, spec));
    }

    @Override
    public CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp) {
        return ask(bridge -> bridge.answer(conference, endpoint, sdp));
    }

    @Override
    public CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint) {
        return ask(bridge -> bridge.closeEndpoint(conference, endpoint));
    }

    @Override
    public CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission) {
        return ask(bridge -> bridge.permit(conference, endpoint, permission));
    }

    @Override
    public CompletionStage<Void> constrain(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        return ask(bridge -> bridge.constrain(conference, endpoint, constraints));
    }

    @Override
    public CompletionStage<BridgeStats> stats() {
        return ask(LinkedBridge::stats);
    }

    @Override
    public CompletionStage<LinkTicket> openLink(ConferenceId conference, String name) {
        return ask(bridge -> bridge.openLink(conference, name));
    }

    @Override
    public CompletionStage<Void> dialLink(ConferenceId conference, String name, LinkTicket ticket) {
        return ask(bridge -> bridge.dialLink(conference, name, ticket));
    }

    @Override
    public CompletionStage<Void> closeLink(ConferenceId conference, String name) {
        return ask(bridge -> bridge.closeLink(conference, name));
    }

    @Override
    public CompletionStage<LinkStats> linkStats(ConferenceId conference, String name) {
        return ask(bridge -> bridge.linkStats(conference, name));
    }

    @Override
    public void close() {
        members.forEach(member -> member.bridge.close());
    }
}

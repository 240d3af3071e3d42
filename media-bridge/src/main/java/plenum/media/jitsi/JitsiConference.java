package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeException.Kind;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Offer;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceKind;
import plenum.media.sdp.Answer;
import plenum.media.sdp.AnswerText;

/**
 * One conference under our focus: at one bridge in each region where somebody is, at another after one has failed.
 * Everything happens on its lane, a thread of its own that may wait for a bridge; what is asked is done in the order of
 * asking.
 */
final class JitsiConference {
    private static final long AGAIN_MS = 1_000;

    private final ConferenceId id;
    private final Parts parts;
    private final Choice choice;
    private final Lane lane;
    private final Map<EndpointId, JitsiEndpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<EndpointId, ColibriSocket> sockets = new ConcurrentHashMap<>();
    private final Hearing hearing;
    private final Map<Home, Meeting> stays = new LinkedHashMap<>();
    private final Mesh mesh;
    private boolean arranging;

    JitsiConference(ConferenceId id, Parts parts, Choice choice) {
        this.id = id;
        this.parts = parts;
        this.choice = choice;
        this.lane = new Lane("jitsi-" + id);
        this.hearing = new Hearing(id, parts.announcer());
        this.mesh = new Mesh(choice::above);
    }

    /** How many endpoints it has; any thread. */
    int size() {
        return endpoints.size();
    }

    // what the server asks ---------------------------------------------------------------------------------------

    CompletionStage<Offer> openEndpoint(EndpointId endpoint, EndpointSpec spec) {
        return lane.ask(() -> open(endpoint, spec));
    }

    CompletionStage<Void> answer(EndpointId endpoint, String sdp) {
        return lane.tell(() -> answered(known(endpoint), sdp));
    }

    CompletionStage<Void> closeEndpoint(EndpointId endpoint) {
        return lane.tell(() -> remove(endpoint));
    }

    CompletionStage<Void> permit(EndpointId endpoint, Permission permission) {
        return lane.tell(() -> permitted(known(endpoint), permission));
    }

    CompletionStage<Void> constrain(EndpointId endpoint, ReceiverConstraints wanted) {
        return lane.tell(() -> wants(known(endpoint), wanted));
    }

    /** Ends it; nothing is done here afterwards. */
    CompletionStage<Void> close() {
        var done = lane.tell(() -> {
            stays.values().forEach(Meeting::close);
            stays.clear();
            endpoints.values().forEach(this::release);
            endpoints.clear();
        });
        lane.close();
        return done;
    }

    /** The bridge has failed: who was there needs a new offer, which then comes from another. */
    void failed(Home home) {
        lane.post(() -> {
            var stay = stays.get(home);
            if (stay != null) vanish(stay);
        });
    }

    // endpoints --------------------------------------------------------------------------------------------------

    private Offer open(EndpointId endpoint, EndpointSpec spec) {
        if (spec.echo()) throw new BridgeException(Kind.MALFORMED, "a Videobridge gives nobody back his own media");
        remove(endpoint);
        var settings = parts.settings();
        var slots = FocusOffer.slots(settings.voices(), settings.pictures());
        var fresh = new JitsiEndpoint(endpoint, spec, slots);
        var transport = join(fresh);
        endpoints.put(endpoint, fresh);
        connectSocket(fresh, transport);
        arrangeSoon();
        var session = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return new Offer(FocusOffer.of(session, transport, slots, settings.layers()));
    }

    private Colibri.IceUdp join(JitsiEndpoint newcomer) {
        var stay = stay(newcomer.spec.region());
        try {
            return join(newcomer, stay);
        } catch (BridgeException failed) {
            if (failed.kind() != Kind.UNKNOWN) throw failed;
            vanish(stay); // the bridge began anew: so do we
            return join(newcomer, stay(newcomer.spec.region()));
        }
    }

    private static Colibri.IceUdp join(JitsiEndpoint newcomer, Meeting stay) {
        var transport = stay.join(newcomer.newcomer());
        newcomer.cameTo(stay);
        return transport;
    }

    private Meeting stay(String region) {
        for (var one : List.copyOf(stays.values())) {
            if (!one.usable()) vanish(one);
        }
        var home = choice.of(region, stays.keySet())
                .orElseThrow(() -> new BridgeException(Kind.UNAVAILABLE, "no Videobridge takes a conference"));
        return stays.computeIfAbsent(home, fresh -> new Meeting(fresh, id));
    }

    /** What was at the bridge is gone, or must not be used any more. */
    private void vanish(Meeting stay) {
        stay.close();
        stays.remove(stay.home(), stay);
        arrangeSoon();
        List.copyOf(endpoints.values()).stream().filter(one -> one.at() == stay).forEach(this::expire);
    }

    /** Once for all that changes now: relays as they should be. */
    private void arrangeSoon() {
        if (arranging) return;
        arranging = true;
        lane.post(this::arrange);
    }

    /** What cannot be done now is tried again. */
    private void arrange() {
        arranging = false;
        stays.values().removeIf(Meeting::over);
        try {
            mesh.arrange(List.copyOf(stays.values()), endpoints.values()).forEach(this::vanish);
        } catch (BridgeException away) {
            var ignored = parts.timer().schedule(() -> lane.post(this::arrangeSoon), AGAIN_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** By itself, not because it was asked for. */
    private void expire(JitsiEndpoint one) {
        if (one.gone) return;
        forget(one);
        parts.announcer().tell(new BridgeEvent.Expired(id, one.id));
    }

    private void remove(EndpointId endpoint) {
        var one = endpoints.get(endpoint);
        if (one == null) return;
        forget(one);
    }

    private void forget(JitsiEndpoint one) {
        endpoints.remove(one.id, one);
        release(one);
        var stay = one.at();
        if (stay != null) stay.leave(one.id.value());
        arrangeSoon();
    }

    private void release(JitsiEndpoint one) {
        one.gone = true;
        var socket = sockets.remove(one.id);
        if (socket != null) socket.close();
        hearing.silent(one);
    }

    private JitsiEndpoint known(EndpointId endpoint) {
        var one = endpoints.get(endpoint);
        if (one == null) throw new BridgeException(Kind.UNKNOWN, "no endpoint " + endpoint + " in " + id);
        return one;
    }

    private void answered(JitsiEndpoint one, String sdp) {
        var answer = AnswerText.parse(sdp);
        if (answer == null || !answer.answers(FocusOffer.mids(one.slots))) {
            throw new BridgeException(Kind.MALFORMED, "no answer to the offer for " + one.id);
        }
        one.sources = SentSources.of(one.id, answer, sdp);
        change(one, one.answered ? one.sending() : one.connected(remote(answer)));
        one.answered = true;
        one.sources.forEach(source -> tellType(one, source));
    }

    private static Colibri.IceUdp remote(Answer answer) {
        var transport = answer.transport();
        var space = transport.fingerprint().indexOf(' ');
        var fingerprint = new Colibri.Fingerprint(
                transport.fingerprint().substring(0, space),
                "active",
                transport.fingerprint().substring(space + 1));
        return Colibri.IceUdp.of(transport.ufrag(), transport.pwd(), fingerprint);
    }

    private void permitted(JitsiEndpoint one, Permission permission) {
        one.permission = permission;
        change(one, one.sending());
    }

    private void wants(JitsiEndpoint one, ReceiverConstraints wanted) {
        one.wanted = wanted;
        tellWanted(one);
    }

    private void change(JitsiEndpoint one, Colibri.Endpoint change) {
        var stay = one.at();
        if (stay == null) throw new BridgeException(Kind.UNKNOWN, "no endpoint " + one.id + " in " + id);
        try {
            stay.change(change);
        } catch (BridgeException failed) {
            throw judged(one, stay, failed);
        }
        arrangeSoon(); // others hear of what it sends
    }

    /** A bridge does not say whether it refuses the change or has lost the endpoint. */
    private BridgeException judged(JitsiEndpoint one, Meeting where, BridgeException failed) {
        if (failed.kind() == Kind.UNKNOWN) vanish(where);
        else if (failed.kind() == Kind.MALFORMED && where.debug(one.id.value()).isEmpty()) expire(one);
        else return failed;
        return new BridgeException(Kind.UNKNOWN, "endpoint " + one.id + " is gone: " + failed.getMessage());
    }

    // the colibri WebSocket --------------------------------------------------------------------------------------

    private void connectSocket(JitsiEndpoint one, Colibri.IceUdp transport) {
        var addresses = Objects.requireNonNullElse(transport.webSockets(), List.<String>of());
        if (addresses.isEmpty()) {
            forget(one);
            throw new BridgeException(Kind.UNAVAILABLE, "the bridge has no WebSockets (videobridge.websockets)");
        }
        var address = URI.create(addresses.getFirst());
        var stay = one.at();
        if (stay != null) stay.learnId(address);
        var socket = new ColibriSocket(address, parts.http(), parts.timer(), parts.settings(), new SocketEar(one));
        sockets.put(one.id, socket);
        socket.dial();
        lookLater(one);
    }

    /** Passes what happens on to the lane. */
    private final class SocketEar implements ColibriSocket.Ear {
        private final JitsiEndpoint one;

        SocketEar(JitsiEndpoint one) {
            this.one = one;
        }

        @Override
        public void opened() {
            ifThere(() -> {
                tellWanted(one);
                one.sources.forEach(source -> tellType(one, source));
            });
        }

        @Override
        public void said(String text) {
            ifThere(() -> hearing.heard(one, text));
        }

        @Override
        public void broken() {
            ifThere(() -> hearing.silent(one));
        }

        @Override
        public void refused() {
            ifThere(() -> expire(one));
        }

        private void ifThere(Runnable action) {
            lane.post(() -> {
                if (!one.gone) action.run();
            });
        }
    }

    private void tellWanted(JitsiEndpoint one) {
        say(one, ColibriMessages.constraints(one.wanted, one.spec.videoSlots()));
    }

    private void tellType(JitsiEndpoint one, Colibri.MediaSource source) {
        SourceNames.parse(source.id())
                .filter(name -> name.kind() != SourceKind.MICROPHONE)
                .ifPresent(name -> say(one, ColibriMessages.videoType(one.id, name.kind())));
    }

    private void say(JitsiEndpoint one, String message) {
        var socket = sockets.get(one.id);
        if (socket != null) socket.tell(message);
    }

    // looks at connections ---------------------------------------------------------------------------------------

    /** Nobody tells the focus that ICE and DTLS are done, nor how good a line is: it looks. */
    private void lookLater(JitsiEndpoint one) {
        var pause = one.everConnected
                ? parts.settings().quality()
                : parts.settings().look();
        var ignored = parts.timer().schedule(() -> begin(one), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void begin(JitsiEndpoint one) {
        lane.post(() -> {
            var where = one.at();
            if (!one.gone && where != null) Thread.startVirtualThread(() -> look(one, where));
        });
    }

    private void look(JitsiEndpoint one, Meeting where) {
        try {
            var debug = where.debug(one.id.value());
            lane.post(() -> looked(one, debug));
        } catch (BridgeException away) {
            lane.post(() -> {
                if (!one.gone) lookLater(one);
            });
        }
    }

    private void looked(JitsiEndpoint one, JsonNode debug) {
        if (one.gone) return;
        if (debug.isEmpty()) {
            expire(one);
            return;
        }
        var up = debug.path("dtls_transport").path("is_connected").asBoolean();
        if (up && !one.everConnected) {
            one.everConnected = true;
            hearing.connected(one, true);
        }
        if (one.everConnected) tellQuality(one, debug);
        lookLater(one);
    }

    private void tellQuality(JitsiEndpoint one, JsonNode debug) {
        var line = one.line.look(debug, System.nanoTime());
        parts.announcer().tell(new BridgeEvent.Quality(id, one.id, line));
    }
}

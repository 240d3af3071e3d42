package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * One conference under our focus: at one bridge at a time, at another after that one has failed. Everything happens on
 * its lane, a thread of its own that may wait for a bridge; what is asked is done in the order of asking.
 */
final class JitsiConference {
    private static final Logger LOG = LoggerFactory.getLogger(JitsiConference.class);

    private final ConferenceId id;
    private final Parts parts;
    private final Supplier<Home> choice;
    private final Lane lane;
    private final Map<EndpointId, JitsiEndpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<EndpointId, ColibriSocket> sockets = new ConcurrentHashMap<>();
    private @Nullable Meeting meeting;
    private @Nullable EndpointId ear; // whose socket tells what is the same for all

    /** @param choice a bridge that is well; BridgeException when there is none */
    JitsiConference(ConferenceId id, Parts parts, Supplier<Home> choice) {
        this.id = id;
        this.parts = parts;
        this.choice = choice;
        this.lane = new Lane("jitsi-" + id);
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
            if (meeting != null) meeting.close();
            endpoints.values().forEach(this::release);
            endpoints.clear();
        });
        lane.close();
        return done;
    }

    /** The bridge has failed: who was there needs a new offer, which then comes from another. */
    void failed(Home home) {
        lane.post(() -> {
            if (meeting != null && meeting.home() == home) vanish();
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
        var session = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return new Offer(FocusOffer.of(session, transport, slots, settings.layers()));
    }

    private Colibri.IceUdp join(JitsiEndpoint newcomer) {
        try {
            return usable().join(newcomer.newcomer());
        } catch (BridgeException failed) {
            if (failed.kind() != Kind.UNKNOWN) throw failed;
            vanish(); // the bridge began anew: so do we
            return usable().join(newcomer.newcomer());
        }
    }

    private Meeting usable() {
        if (meeting != null && meeting.usable()) return meeting;
        vanish();
        var fresh = new Meeting(choice.get(), id);
        meeting = fresh;
        return fresh;
    }

    /** What was at the bridge is gone, or must not be used any more. */
    private void vanish() {
        if (meeting != null) meeting.close();
        meeting = null;
        List.copyOf(endpoints.values()).forEach(this::expire);
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
        if (meeting != null) meeting.leave(one.id.value());
    }

    private void release(JitsiEndpoint one) {
        one.gone = true;
        var socket = sockets.remove(one.id);
        if (socket != null) socket.close();
        if (one.id.equals(ear)) ear = null;
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
        var now = meeting;
        if (now == null) throw new BridgeException(Kind.UNKNOWN, "no endpoint " + one.id + " in " + id);
        try {
            now.change(change);
        } catch (BridgeException failed) {
            throw judged(one, now, failed);
        }
    }

    /** A bridge does not say whether it refuses the change or has lost the endpoint. */
    private BridgeException judged(JitsiEndpoint one, Meeting where, BridgeException failed) {
        if (failed.kind() == Kind.UNKNOWN) vanish();
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
        if (meeting != null) meeting.learnId(address);
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
            ifThere(() -> heard(one, text));
        }

        @Override
        public void broken() {
            ifThere(() -> {
                if (one.id.equals(ear)) ear = null;
            });
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

    private void heard(JitsiEndpoint one, String text) {
        var said = Json.tree(text);
        switch (said.path("colibriClass").asText()) {
            case "AudioSourcesMap", "VideoSourcesMap" -> {
                one.map.map(said);
                tellSlots(one);
            }
            case "ForwardedSources" -> {
                one.map.forward(said);
                tellSlots(one);
            }
            case "SenderSourceConstraints" -> onSenderLimit(one, said);
            case "DominantSpeakerEndpointChangeEvent" -> onDominant(one, said);
            case "EndpointConnectivityStatusChangeEvent" -> onConnectivity(one, said);
            case "ConnectionStats" ->
                one.line.estimate(said.path("estimatedDownlinkBandwidth").asLong());
            default -> LOG.trace("{} hears {}", one.id, text);
        }
    }

    private void tellSlots(JitsiEndpoint one) {
        var now = one.map.mappings();
        if (now.equals(one.mapped)) return;
        one.mapped = now;
        parts.announcer().tell(new BridgeEvent.SourcesMapped(id, one.id, now));
    }

    private void onSenderLimit(JitsiEndpoint one, JsonNode said) {
        SourceNames.parse(said.path("sourceName").asText())
                .filter(source -> source.endpoint().equals(one.id))
                .map(source -> new BridgeEvent.SenderConstraints(
                        id, source, said.path("maxHeight").asInt()))
                .ifPresent(parts.announcer()::tell);
    }

    /** All are told the same: one is enough. */
    private void onDominant(JitsiEndpoint one, JsonNode said) {
        if (ear == null) ear = one.id;
        if (!one.id.equals(ear)) return;
        var speaker = said.path("silence").asBoolean()
                ? Optional.<EndpointId>empty()
                : SourceNames.endpoint(said.path("dominantSpeakerEndpoint").asText());
        parts.announcer().tell(new BridgeEvent.DominantSpeaker(id, speaker));
    }

    /** Everyone hears of everyone: of itself it hears on its own socket. */
    private void onConnectivity(JitsiEndpoint one, JsonNode said) {
        if (!said.path("endpoint").asText().equals(one.id.value())) return;
        connected(one, said.path("active").asBoolean());
    }

    private void connected(JitsiEndpoint one, boolean now) {
        if (one.connected == now) return;
        one.connected = now;
        parts.announcer().tell(now ? new BridgeEvent.Connected(id, one.id) : new BridgeEvent.Disconnected(id, one.id));
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
            var where = meeting;
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
            connected(one, true);
        }
        if (one.everConnected) tellQuality(one, debug);
        lookLater(one);
    }

    private void tellQuality(JitsiEndpoint one, JsonNode debug) {
        var line = one.line.look(debug, System.nanoTime());
        parts.announcer().tell(new BridgeEvent.Quality(id, one.id, line));
    }
}

package plenum.media.jitsi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words of Colibri2 as JSON, as far as this focus uses them; requests and answers share them. What is absent is not
 * written, what is unknown is passed over.
 */
final class Colibri {
    private static final String ICE_UDP = "urn:xmpp:jingle:transports:ice-udp:1";

    private Colibri() {}

    /**
     * What to do with a conference.
     *
     * @param meetingId only with {@code create}: afterwards the path has it
     * @param name a JID ({@code local@domain}), nothing else is accepted
     * @param endpoints at most one with media, transport or sources; any number to be muted or expired
     * @param relays at most one, and never beside endpoints
     */
    record Modify(
            @JsonProperty("meeting-id") @Nullable String meetingId,
            @Nullable String name,
            @Nullable Boolean create,
            @Nullable Boolean expire,
            @Nullable List<Endpoint> endpoints,
            @Nullable List<Relay> relays) {

        static Modify create(String meetingId, Endpoint first) {
            return new Modify(meetingId, meetingId + "@plenum", true, null, List.of(first), null);
        }

        static Modify of(Endpoint endpoint) {
            return new Modify(null, null, null, null, List.of(endpoint), null);
        }

        static Modify of(Relay relay) {
            return new Modify(null, null, null, null, null, List.of(relay));
        }

        static Modify expiry() {
            return new Modify(null, null, null, true, null, null);
        }
    }

    /** What was done. */
    record Modified(
            @Nullable List<Endpoint> endpoints, @Nullable List<Relay> relays) {}

    /**
     * One participant.
     *
     * @param capabilities {@code source-names} must be among them
     */
    record Endpoint(
            String id,
            @Nullable Boolean create,
            @Nullable Boolean expire,
            @JsonProperty("stats-id") @Nullable String statsId,
            @Nullable List<String> capabilities,
            @Nullable List<Media> medias,
            @Nullable Transport transport,
            @Nullable List<MediaSource> sources,
            @JsonProperty("force-mute") @Nullable ForceMute forceMute,
            @JsonProperty("initial-last-n") @Nullable Value initialLastN) {

        static Endpoint newcomer(String id, List<Media> medias, ForceMute forceMute, int lastN) {
            var capabilities = List.of("source-names", "ssrc-rewriting", "rtp-mid-demux");
            var transport = new Transport(true, null, null);
            return new Endpoint(id, true, null, id, capabilities, medias, transport, null, forceMute, new Value(lastN));
        }

        static Endpoint expiry(String id) {
            return new Endpoint(id, null, true, null, null, null, null, null, null, null);
        }

        static Endpoint connection(String id, IceUdp remote) {
            var transport = new Transport(null, null, remote);
            return new Endpoint(id, null, null, null, null, null, transport, null, null, null);
        }

        /** One of another bridge, as a relay is told of it. */
        static Endpoint beyond(String id, boolean fresh, List<MediaSource> sources) {
            var create = fresh ? Boolean.TRUE : null;
            var capabilities = fresh ? List.of("source-names", "ssrc-rewriting") : null;
            return new Endpoint(id, create, null, fresh ? id : null, capabilities, null, null, sources, null, null);
        }

        /** With all it sends from now on. */
        static Endpoint sending(String id, List<MediaSource> sources, ForceMute forceMute) {
            return new Endpoint(id, null, null, null, null, null, null, sources, forceMute, null);
        }
    }

    /**
     * A connection to another bridge.
     *
     * @param id the other bridge's name for relays
     * @param meshId media of one mesh go to no other relay of the same mesh
     * @param endpoints of the other side
     */
    record Relay(
            String id,
            @Nullable Boolean create,
            @Nullable Boolean expire,
            @JsonProperty("mesh-id") @Nullable String meshId,
            @Nullable List<Media> medias,
            @Nullable Transport transport,
            @Nullable List<Endpoint> endpoints) {

        /** @param first it begins with ICE, from a port of its own */
        static Relay fresh(String id, String meshId, boolean first, List<Endpoint> beyond) {
            return new Relay(id, true, null, meshId, Medias.ALL, new Transport(first, first, null), beyond);
        }

        static Relay connection(String id, IceUdp remote) {
            return new Relay(id, null, null, null, null, new Transport(null, null, remote), null);
        }

        static Relay telling(String id, List<Endpoint> beyond) {
            return new Relay(id, null, null, null, null, null, beyond);
        }

        static Relay expiry(String id) {
            return new Relay(id, null, true, null, null, null, null);
        }
    }

    record Transport(
            @JsonProperty("ice-controlling") @Nullable Boolean iceControlling,
            @JsonProperty("use-unique-port") @Nullable Boolean useUniquePort,
            @Nullable IceUdp transport) {}

    record IceUdp(
            @Nullable String xmlns,
            String ufrag,
            String pwd,
            @JsonProperty("rtcp-mux") @Nullable Boolean rtcpMux,
            @Nullable List<Fingerprint> fingerprints,
            @Nullable List<Candidate> candidates,
            @JsonProperty("web-sockets") @Nullable List<String> webSockets) {

        /** A browser's side: its addresses are learnt from its checks. */
        static IceUdp of(String ufrag, String pwd, Fingerprint fingerprint) {
            return new IceUdp(ICE_UDP, ufrag, pwd, true, List.of(fingerprint), null, null);
        }

        /**
         * The same for the bridge at the other end of a relay.
         *
         * @param setup of DTLS: {@code active} or {@code passive}
         * @param dialling the other end is to open the WebSocket; only one of the two does
         */
        IceUdp forRelay(String setup, boolean dialling) {
            var prints = Objects.requireNonNullElse(fingerprints, List.<Fingerprint>of()).stream()
                    .map(one -> new Fingerprint(one.hash(), setup, one.fingerprint()))
                    .toList();
            return new IceUdp(xmlns, ufrag, pwd, rtcpMux, prints, candidates, dialling ? webSockets : null);
        }
    }

    /** @param hash {@code sha-256}; @param setup {@code active}, {@code passive} or {@code actpass} */
    record Fingerprint(String hash, String setup, String fingerprint) {}

    /** RFC 8839, 5.1; numbers are strings here. */
    record Candidate(
            String foundation,
            String component,
            String protocol,
            String priority,
            String ip,
            String port,
            String type,
            @Nullable String id,
            @Nullable String generation,
            @Nullable String network) {}

    /** @param type {@code audio} or {@code video} */
    record Media(
            String type,
            @JsonProperty("payload-types") List<PayloadType> payloadTypes,
            @JsonProperty("rtp-hdrexts") List<HeaderExtension> headerExtensions,
            @JsonProperty("extmap-allow-mixed") boolean extmapAllowMixed) {}

    record PayloadType(
            String name,
            String id,
            String clockrate,
            @Nullable String channels,
            @Nullable Map<String, String> parameters,
            @JsonProperty("rtcp-fbs") @Nullable List<Feedback> feedback) {}

    /** @param id a number: as a string it is refused */
    record HeaderExtension(String uri, int id) {}

    record Feedback(String type, @Nullable String subtype) {}

    /** @param id the source's name, as in {@link plenum.media.api.SourceId} */
    record MediaSource(
            String type,
            String id,
            List<Source> sources,
            @JsonProperty("ssrc-groups") @Nullable List<SsrcGroup> ssrcGroups) {}

    record Source(long ssrc, String name) {}

    /** @param semantics {@code SIM}, lowest layer first, or {@code FID}: a stream and its retransmissions */
    record SsrcGroup(String semantics, List<Long> sources) {}

    record ForceMute(boolean audio, boolean video) {}

    record Value(int value) {}
}

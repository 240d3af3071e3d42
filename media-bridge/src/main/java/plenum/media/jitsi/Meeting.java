package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeException.Kind;
import plenum.media.api.ConferenceId;

/**
 * One stay of a conference at one bridge: begins with its first endpoint and ends with its last, because a Videobridge
 * ends an empty conference by itself. Each stay has a meeting id that never was before. Blocks; one thread at a time.
 */
final class Meeting {
    private static final Logger LOG = LoggerFactory.getLogger(Meeting.class);

    private final Home home;
    private final String id;
    private final Set<String> present = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>(); // left, or came, without an answer
    private volatile String bridgesId = "";
    private boolean linked;
    private boolean over;

    Meeting(Home home, ConferenceId conference) {
        this.home = home;
        this.id = conference + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), 10);
        home.meetingBegins();
    }

    Home home() {
        return home;
    }

    boolean over() {
        return over;
    }

    /** Whether newcomers may join. */
    boolean usable() {
        return !over && home.well();
    }

    /** @return the bridge's side of the newcomer's connection */
    Colibri.IceUdp join(Colibri.Endpoint newcomer) {
        var answer = present.isEmpty() ? create(newcomer) : add(newcomer);
        present.add(newcomer.id());
        return Objects.requireNonNullElse(answer.endpoints(), List.<Colibri.Endpoint>of()).stream()
                .filter(one -> one.id().equals(newcomer.id()) && one.transport() != null)
                .map(one -> one.transport().transport())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new BridgeException(Kind.UNAVAILABLE, home.name() + " gave no transport"));
    }

    private Colibri.Modified create(Colibri.Endpoint newcomer) {
        try {
            return home.bridge().create(Colibri.Modify.create(id, newcomer));
        } catch (BridgeException failed) {
            home.leaveBehind(id); // made and empty, perhaps
            end();
            throw failed;
        }
    }

    private Colibri.Modified add(Colibri.Endpoint newcomer) {
        if (doubtful.remove(newcomer.id())) change(Colibri.Endpoint.expiry(newcomer.id()));
        try {
            return home.bridge().modify(id, Colibri.Modify.of(newcomer));
        } catch (BridgeException failed) {
            doubtful.add(newcomer.id());
            throw failed;
        }
    }

    void change(Colibri.Endpoint endpoint) {
        var ignored = home.bridge().modify(id, Colibri.Modify.of(endpoint));
    }

    /** @return the bridge's side of a relay that is made; else nothing */
    Optional<Colibri.IceUdp> relay(Colibri.Relay relay) {
        linked = true;
        var answer = home.bridge().modify(id, Colibri.Modify.of(relay));
        return Objects.requireNonNullElse(answer.relays(), List.<Colibri.Relay>of()).stream()
                .filter(one -> one.id().equals(relay.id()) && one.transport() != null)
                .map(one -> one.transport().transport())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * The bridge's own id of the conference is in the addresses of its WebSockets only:
     * {@code /colibri-ws/<server>/<id>/…}.
     */
    void learnId(URI webSocket) {
        var path = webSocket.getPath().split("/");
        if (path.length > 3) bridgesId = path[3];
    }

    /** What the bridge knows of the endpoint: nothing when it is gone. Any thread. */
    JsonNode debug(String endpoint) {
        return home.bridge().debug(bridgesId, endpoint);
    }

    /** Never fails: what does not answer now is tidied up later. */
    void leave(String endpoint) {
        if (!present.remove(endpoint)) return;
        try {
            if (home.well()) change(Colibri.Endpoint.expiry(endpoint));
        } catch (BridgeException failed) {
            LOG.debug("{} did not leave {} in order", endpoint, id, failed);
            doubtful.add(endpoint);
            if (present.isEmpty()) home.leaveBehind(id);
        }
        if (!present.isEmpty()) return;
        if (linked) close(); // relays would keep it
        else end();
    }

    /** Ends it for everyone, at once or as soon as the bridge answers. */
    void close() {
        if (over) return;
        try {
            if (home.well()) {
                var ignored = home.bridge().modify(id, Colibri.Modify.expiry());
            } else {
                home.leaveBehind(id);
            }
        } catch (BridgeException failed) {
            if (failed.kind() == Kind.UNAVAILABLE) home.leaveBehind(id);
        }
        end();
    }

    private void end() {
        if (!over) home.meetingEnds();
        over = true;
    }
}

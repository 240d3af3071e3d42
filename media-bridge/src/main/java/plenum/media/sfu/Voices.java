package plenum.media.sfu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.media.api.BridgeEvent;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;
import plenum.media.rtp.RtpPacket;
import plenum.media.speaker.DominantSpeaker;
import plenum.media.speaker.LoudestSpeakers;

/** Who is heard in a conference. */
final class Voices {
    /** Besides the dominant speaker. */
    private static final int PLACES = 3;

    private static final long LEVELS_NS = 250_000_000;

    private final ConferenceId conference;
    private final Announcer announcer;
    private final LoudestSpeakers loudest = new LoudestSpeakers(PLACES);
    private final DominantSpeaker dominant = new DominantSpeaker();
    private final List<@Nullable Microphone> microphones = new ArrayList<>();
    private final List<Listener> listeners = new ArrayList<>();
    /** On their way to other bridges. */
    private final List<Voice> relays = new ArrayList<>();

    private Map<EndpointId, Integer> levels = Map.of();
    private long levelsNs;

    Voices(ConferenceId conference, Announcer announcer, long nowNs) {
        this.conference = conference;
        this.announcer = announcer;
        levelsNs = nowNs;
    }

    void add(Listener listener) {
        listeners.add(listener);
        assign();
    }

    void remove(Listener listener) {
        listeners.remove(listener);
        assign();
    }

    /** What it carries goes to another bridge, as long as it is heard here. */
    void add(Voice relay) {
        relays.add(relay);
        assign();
    }

    void remove(Voice relay) {
        relays.remove(relay);
        assign();
    }

    /** Whether nobody of that name speaks here, except over this link. */
    boolean free(EndpointId owner, LinkEnd link) {
        return present().noneMatch(microphone -> microphone.owner().equals(owner) && microphone.origin() != link);
    }

    /** All of them, silent ones too. */
    List<Microphone> all() {
        return present().toList();
    }

    /** A microphone of the conference, silent as yet. */
    Microphone open(EndpointId owner, Activity activity) {
        return open(owner, activity, null);
    }

    /** The same for one of another bridge. */
    Microphone open(SourceId source, LinkEnd origin) {
        return open(source.endpoint(), new Activity(conference, source, announcer), origin);
    }

    private Microphone open(EndpointId owner, Activity activity, @Nullable LinkEnd origin) {
        int free = microphones.indexOf(null);
        int index = free < 0 ? microphones.size() : free;
        var microphone = new Microphone(owner, index, this, activity, origin);
        if (free < 0) {
            microphones.add(microphone);
        } else {
            microphones.set(free, microphone);
        }
        return microphone;
    }

    void remove(Microphone microphone) {
        microphones.set(microphone.index(), null);
        silence(microphone);
    }

    /** @return whether the packet is to be forwarded */
    boolean heard(Microphone microphone, RtpPacket packet, long nowNs) {
        int level = packet.audioLevel();
        boolean forwarded = loudest.heard(microphone.index(), level, packet.voice(), nowNs);
        if (level >= 0) {
            dominant.level(microphone.index(), level, nowNs);
        }
        if (forwarded != microphone.onAir()) {
            assign();
        }
        return forwarded;
    }

    /** It is not permitted any more, or gone. */
    void silence(Microphone microphone) {
        boolean spoke = dominant.dominant() == microphone.index();
        loudest.remove(microphone.index());
        dominant.remove(microphone.index());
        assign();
        if (spoke) {
            tellDominant();
        }
    }

    /** @return the new dominant speaker, if it changed to somebody */
    Optional<EndpointId> tick(long nowNs) {
        boolean changed = dominant.decide(nowNs);
        if (changed) {
            loudest.dominant(dominant.dominant());
            tellDominant();
        }
        if (present().anyMatch(microphone -> microphone.onAir() != loudest.among(microphone.index()))) {
            assign();
        }
        if (nowNs - levelsNs >= LEVELS_NS) {
            tellLevels(nowNs);
        }
        return changed ? speaker() : Optional.empty();
    }

    private void assign() {
        present().forEach(microphone -> microphone.onAir(loudest.among(microphone.index())));
        List<Microphone> heard = present()
                .filter(Microphone::onAir)
                .sorted(Comparator.comparing(microphone -> microphone.index() != dominant.dominant()))
                .toList();
        listeners.forEach(listener -> listener.hear(heard));
        heard.forEach(microphone -> microphone.listeners(
                Stream.concat(listeners.stream().flatMap(listener -> listener.voices().stream()), relays.stream())
                        .filter(voice -> voice.carries(microphone))
                        .toList()));
    }

    private void tellDominant() {
        announcer.tell(new BridgeEvent.DominantSpeaker(conference, speaker()));
    }

    private Optional<EndpointId> speaker() {
        int index = dominant.dominant();
        return index == DominantSpeaker.NOBODY
                ? Optional.empty()
                : Optional.ofNullable(microphones.get(index)).map(Microphone::owner);
    }

    private void tellLevels(long nowNs) {
        levelsNs = nowNs;
        var now = new HashMap<EndpointId, Integer>();
        present().forEach(microphone -> {
            int level = loudest.level(microphone.index(), nowNs);
            if (level < LoudestSpeakers.SILENCE) {
                now.put(microphone.owner(), level);
            }
        });
        if (!now.equals(levels)) {
            levels = now;
            announcer.tell(new BridgeEvent.AudioLevels(conference, now));
        }
    }

    private Stream<Microphone> present() {
        return microphones.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}

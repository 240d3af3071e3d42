package plenum.media.sfu;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.Permission;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.forward.IncomingStream;
import plenum.media.forward.VideoSource;
import plenum.media.rtp.RtpPacket;
import plenum.media.sdp.AnsweredMedia;

/** What an endpoint sends, and which of it is permitted. */
final class Uplink {
    private final UplinkStreams streams = new UplinkStreams();
    private final Feedback feedback;
    private final Voices voices;
    private final Microphone microphone;
    private final Picture camera;
    private final Picture screen;
    private Permission permission;
    private long bytes;

    Uplink(
            ConferenceId conference,
            EndpointId owner,
            Permission permission,
            Voices voices,
            Pictures pictures,
            Feedback feedback,
            Announcer announcer) {
        this.permission = permission;
        this.voices = voices;
        this.feedback = feedback;
        microphone =
                voices.open(owner, new Activity(conference, new SourceId(owner, SourceKind.MICROPHONE), announcer));
        camera = pictures.open(new SourceId(owner, SourceKind.CAMERA), feedback);
        screen = pictures.open(new SourceId(owner, SourceKind.SCREEN), feedback);
    }

    /** From the answer: an m-line whose SSRC is known before its first packet. */
    void told(AnsweredMedia media) {
        media.ssrcs().forEach(ssrc -> streams.told(media.mid(), ssrc.intValue()));
    }

    /** A packet is authentic: the sender's bandwidth estimation is to know, whatever becomes of it. */
    void arrived(RtpPacket packet, long nowNs) {
        bytes += packet.length();
        feedback.arrived(packet, nowNs);
    }

    /** @return what the packet is part of, null: of nothing that was offered */
    @Nullable
    UplinkStream stream(RtpPacket packet) {
        return streams.of(packet);
    }

    boolean permits(SourceKind kind) {
        return permission.permits(kind);
    }

    /** What is not permitted any more is gone at once. */
    void permit(Permission now) {
        permission = now;
        if (!now.microphone()) {
            microphone.silence();
        }
        if (!now.camera()) {
            camera.end();
        }
        if (!now.screen()) {
            screen.end();
        }
    }

    Microphone microphone() {
        return microphone;
    }

    /** @param kind one of video */
    Picture picture(SourceKind kind) {
        return kind == SourceKind.SCREEN ? screen : camera;
    }

    /** The streams that came so far, without retransmissions. */
    List<IncomingStream> incoming() {
        var incoming = new ArrayList<IncomingStream>();
        add(microphone.stream(), incoming);
        for (int layer = 0; layer < VideoSource.MAX_LAYERS; layer++) {
            add(camera.stream(layer), incoming);
            add(screen.stream(layer), incoming);
        }
        return incoming;
    }

    private static void add(@Nullable IncomingStream stream, List<IncomingStream> incoming) {
        if (stream != null) {
            incoming.add(stream);
        }
    }

    /** Received since the start. */
    long bytes() {
        return bytes;
    }

    void tick(long roundTripNs, long nowNs) {
        var unused = microphone.activity().silent(nowNs);
        feedback.tick(microphone, camera, screen, roundTripNs, nowNs);
    }

    /** Nobody hears or sees it any more. */
    void close() {
        permit(Permission.NONE);
        voices.remove(microphone);
        camera.close();
        screen.close();
    }
}

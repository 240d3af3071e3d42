package plenum.media.sfu;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.media.api.Mapping;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.forward.AudioSlot;
import plenum.media.forward.IncomingStream;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.RtpPacket;
import plenum.media.sdp.OfferText;

/** A voice slot of an endpoint. */
final class Voice {
    private final String mid;
    private final AudioSlot audio;
    private final Downlink downlink;
    private final Growth sent = new Growth();
    private @Nullable Microphone microphone;

    Voice(String mid, int ssrc, Downlink downlink) {
        this.mid = mid;
        this.downlink = downlink;
        audio = new AudioSlot(ssrc);
    }

    /** Another microphone from now on, or none. */
    void carry(Optional<Microphone> next) {
        Microphone other = next.orElse(null);
        if (other != microphone) {
            microphone = other;
            audio.hear(null);
        }
    }

    boolean carries(Microphone other) {
        return microphone == other;
    }

    /** Whether it carries nobody. */
    boolean silent() {
        return microphone == null;
    }

    /** Sends on what the microphone's stream has just received. */
    void forward(RtpPacket packet, IncomingStream from, long nowNs) {
        if (downlink.open()) {
            audio.hear(from);
            downlink.send(audio.project(packet, from, nowNs, downlink.scratch()), nowNs);
        } else {
            audio.hear(null);
        }
    }

    /** The receiver has not got a packet. */
    void repair(int sequence, long nowNs) {
        var unused = downlink.repeat(ssrc(), sequence, nowNs);
    }

    Mapping mapping() {
        return new Mapping(
                mid,
                Optional.ofNullable(microphone).map(source -> new SourceId(source.owner(), SourceKind.MICROPHONE)));
    }

    int ssrc() {
        return audio.ssrc();
    }

    /** Packets sent since this was asked, without retransmissions. */
    int takePackets() {
        return (int) sent.since(audio.packets());
    }

    /** Sent since the start, without retransmissions. */
    long packets() {
        return audio.packets();
    }

    /** Tells the receiver which time its timestamps stand for; nothing of a slot that was never used. */
    void report(RtcpWriter writer, long ntp, long nowNs) {
        if (audio.packets() > 0) {
            var unused = writer.senderReport(
                            ssrc(), ntp, audio.timestampAt(nowNs), (int) audio.packets(), (int) audio.octets())
                    && writer.cname(ssrc(), OfferText.CNAME);
        }
    }
}

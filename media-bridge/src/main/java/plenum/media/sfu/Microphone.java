package plenum.media.sfu;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.media.api.EndpointId;
import plenum.media.forward.IncomingStream;
import plenum.media.forward.NackList;
import plenum.media.rtcp.RtcpWriter;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;

/** What an endpoint says, and to whom it goes now. */
final class Microphone {
    private static final Voice[] NOBODY = {};

    private final EndpointId owner;
    private final int index;
    private final Voices voices;
    private final Activity activity;
    private final @Nullable LinkEnd origin;
    private final NackList missing = new NackList();
    private @Nullable IncomingStream stream;
    private Voice[] listeners = NOBODY;
    private boolean onAir;

    /**
     * @param index the small number by which {@link Voices} knows it
     * @param origin the link over which it comes, null: an endpoint here speaks
     */
    Microphone(EndpointId owner, int index, Voices voices, Activity activity, @Nullable LinkEnd origin) {
        this.origin = origin;
        this.owner = owner;
        this.index = index;
        this.voices = voices;
        this.activity = activity;
    }

    /** Takes a packet that is authentic and permitted; it goes on if it is among the loudest. */
    void take(RtpPacket packet, long nowNs) {
        IncomingStream from = stream(packet.ssrc());
        if (!from.received(packet, false, nowNs)) {
            return;
        }
        var unused = activity.seen(nowNs);
        track(from, nowNs);
        if (voices.heard(this, packet, nowNs)) {
            for (Voice listener : listeners) {
                listener.forward(packet, from, nowNs);
            }
        }
    }

    private void track(IncomingStream from, long nowNs) {
        if (from.late()) {
            missing.arrived(from.number());
        } else if (from.gap() > 0) {
            var unused = missing.missing(from.number() - from.gap(), from.number(), nowNs);
        }
    }

    /** Asks for what is missing, if anybody hears it. @param scratch room for {@link NackList#MAX_MISSING} */
    void askMissing(RtcpWriter writer, int ownSsrc, long roundTripNs, int[] scratch, long nowNs) {
        if (stream == null || !onAir) {
            missing.clear();
            return;
        }
        var unused = missing.giveUp(nowNs);
        int count = missing.due(nowNs, Math.max(0, roundTripNs), scratch);
        if (count > 0) {
            var ignored = writer.nack(ownSsrc, stream.ssrc(), scratch, count);
        }
    }

    private IncomingStream stream(int ssrc) {
        if (stream == null || stream.ssrc() != ssrc) {
            missing.clear();
            stream = new IncomingStream(ssrc, Codec.OPUS.clockRateHz());
        }
        return stream;
    }

    /** It is not permitted any more, or gone: what comes later is a new stream. */
    void silence() {
        stream = null;
        var unused = activity.end();
        voices.silence(this);
    }

    EndpointId owner() {
        return owner;
    }

    /** The link over which it comes, null: none. */
    @Nullable
    LinkEnd origin() {
        return origin;
    }

    int index() {
        return index;
    }

    Activity activity() {
        return activity;
    }

    /** Null: nothing came yet. */
    @Nullable
    IncomingStream stream() {
        return stream;
    }

    /** Whether it is among those who are heard. */
    boolean onAir() {
        return onAir;
    }

    void onAir(boolean now) {
        onAir = now;
        listeners = now ? listeners : NOBODY;
    }

    /** The slots that carry it now. */
    void listeners(List<Voice> voices) {
        listeners = voices.toArray(NOBODY);
    }
}

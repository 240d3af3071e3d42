package plenum.media.sfu;

import org.jspecify.annotations.Nullable;
import plenum.media.api.SourceKind;
import plenum.media.forward.VideoSource;
import plenum.media.rtp.Codec;
import plenum.media.rtp.RtpPacket;
import plenum.media.sdp.OfferText;

/**
 * What the SSRCs of an endpoint carry: learnt from the answer, or from the MID and RID in the headers of their first
 * packets (RFC 9143, RFC 8852). Media thread only.
 */
final class UplinkStreams {
    /** Three layers of a camera, two of a screen, their retransmissions, a microphone: 11, and as many again. */
    private static final int MOST = 22;

    private final int[] ssrcs = new int[MOST];
    private final @Nullable UplinkStream[] streams = new @Nullable UplinkStream[MOST];
    private int learnt;

    /** @return null: of no m-line of the offer */
    @Nullable
    UplinkStream of(RtpPacket packet) {
        int ssrc = packet.ssrc();
        for (int i = 0; i < Math.min(learnt, MOST); i++) {
            if (ssrcs[i] == ssrc) {
                return streams[i];
            }
        }
        return learn(packet);
    }

    /** From the answer: an SSRC of an m-line that is not sent in layers. */
    void told(String mid, int ssrc) {
        SourceKind kind = kind(mid);
        if (kind != null) {
            put(ssrc, new UplinkStream(kind, 0));
        }
    }

    /** A sender that invents ever more SSRCs overwrites its own oldest. */
    private void put(int ssrc, UplinkStream stream) {
        ssrcs[learnt % MOST] = ssrc;
        streams[learnt % MOST] = stream;
        learnt++;
    }

    private @Nullable UplinkStream learn(RtpPacket packet) {
        String mid = packet.mid();
        SourceKind kind = mid == null ? kindByFormat(packet) : kind(mid);
        int layer = kind == null ? -1 : layer(kind, packet);
        if (kind == null || layer < 0) {
            return null;
        }
        var stream = new UplinkStream(kind, layer);
        put(packet.ssrc(), stream);
        return stream;
    }

    /** Only the microphone can be told without a MID. */
    private static @Nullable SourceKind kindByFormat(RtpPacket packet) {
        return Codec.of(packet.payloadType()) == Codec.OPUS ? SourceKind.MICROPHONE : null;
    }

    private static @Nullable SourceKind kind(String mid) {
        return switch (mid) {
            case OfferText.MICROPHONE -> SourceKind.MICROPHONE;
            case OfferText.CAMERA -> SourceKind.CAMERA;
            case OfferText.SCREEN -> SourceKind.SCREEN;
            default -> null;
        };
    }

    private static int layer(SourceKind kind, RtpPacket packet) {
        String repaired = packet.repairedRid();
        return kind.video() ? VideoSource.layerOf(repaired == null ? packet.rid() : repaired) : 0;
    }
}

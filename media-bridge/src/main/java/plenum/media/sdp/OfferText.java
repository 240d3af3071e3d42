package plenum.media.sdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.media.rtp.Codec;
import plenum.media.rtp.MediaFormats;

/**
 * The bridge's offer (RFC 8866, RFC 8829). Its m-lines never change: {@link #MICROPHONE}, {@link #CAMERA} and
 * {@link #SCREEN} take what the browser sends, then one m-line per {@link Slot}. All are bundled on one ICE-lite
 * transport.
 */
public final class OfferText {
    /** The mid of the m-line that takes the browser's microphone. */
    public static final String MICROPHONE = "0";
    /** The mid of the m-line that takes its camera: simulcast, the layers q, h and f from small to great. */
    public static final String CAMERA = "1";
    /** The mid of the m-line that takes its screen: simulcast, the layers h and f. */
    public static final String SCREEN = "2";

    /** The canonical name (RFC 3550, 6.5.1) of everything the bridge sends. */
    public static final String CNAME = "plenum";

    /** The first is the one a browser sends unless it is told to use another. */
    private static final List<Codec> PICTURE_CODECS = List.of(Codec.VP8, Codec.VP9, Codec.H264, Codec.AV1);

    private static final List<String> FEEDBACK = List.of("transport-cc", "nack", "nack pli", "ccm fir");

    private final StringBuilder text = new StringBuilder(8_192);

    private OfferText() {}

    /** @param session number of the session, any; candidates in the order of preference */
    public static String of(long session, TransportDescription bridge, List<Candidate> candidates, List<Slot> slots) {
        var offer = new OfferText();
        offer.session(session, bridge, slots);
        offer.microphone(candidates);
        offer.uplink(CAMERA, List.of("q", "h", "f"));
        offer.uplink(SCREEN, List.of("h", "f"));
        slots.forEach(slot -> {
            if (slot.video()) {
                offer.picture(slot);
            } else {
                offer.voice(slot);
            }
        });
        return offer.text.toString();
    }

    private void session(long session, TransportDescription bridge, List<Slot> slots) {
        line("v=0");
        line("o=- " + session + " 1 IN IP4 0.0.0.0");
        line("s=-");
        line("t=0 0");
        line("a=group:BUNDLE " + String.join(" ", mids(slots)));
        line("a=ice-lite");
        line("a=extmap-allow-mixed");
        line("a=msid-semantic: WMS *");
        line("a=ice-ufrag:" + bridge.ufrag());
        line("a=ice-pwd:" + bridge.pwd());
        line("a=fingerprint:" + bridge.fingerprint());
        line("a=setup:actpass");
    }

    /** The mids of an offer with these slots, in order. */
    public static List<String> mids(List<Slot> slots) {
        return Stream.concat(
                        Stream.of(MICROPHONE, CAMERA, SCREEN), slots.stream().map(Slot::mid))
                .toList();
    }

    private void microphone(List<Candidate> candidates) {
        audio(MICROPHONE, "recvonly");
        header(MediaFormats.MID, "urn:ietf:params:rtp-hdrext:sdes:mid");
        for (int index = 0; index < candidates.size(); index++) {
            line(candidates.get(index).line(index));
        }
        line("a=end-of-candidates");
    }

    private void voice(Slot slot) {
        audio(slot.mid(), "sendonly");
        line("a=msid:- " + slot.mid());
        source(slot.ssrc());
    }

    private void audio(String mid, String direction) {
        int opus = Codec.OPUS.payloadType();
        media("audio", " " + opus, mid, direction);
        line("a=rtpmap:" + opus + " opus/48000/2");
        line("a=fmtp:" + opus + " minptime=10;useinbandfec=1;usedtx=1");
        feedback(opus, "transport-cc");
        feedback(opus, "nack");
        header(MediaFormats.AUDIO_LEVEL, "urn:ietf:params:rtp-hdrext:ssrc-audio-level");
    }

    private void uplink(String mid, List<String> rids) {
        video(mid, "recvonly");
        header(MediaFormats.MID, "urn:ietf:params:rtp-hdrext:sdes:mid");
        header(MediaFormats.RID, "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id");
        header(MediaFormats.REPAIRED_RID, "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id");
        rids.forEach(rid -> line("a=rid:" + rid + " recv"));
        line("a=simulcast:recv " + String.join(";", rids));
    }

    private void picture(Slot slot) {
        video(slot.mid(), "sendonly");
        line("a=msid:- " + slot.mid());
        line("a=ssrc-group:FID " + unsigned(slot.ssrc()) + ' ' + unsigned(slot.rtxSsrc()));
        source(slot.ssrc());
        source(slot.rtxSsrc());
    }

    private void video(String mid, String direction) {
        media("video", payloadTypes(), mid, direction);
        PICTURE_CODECS.forEach(this::codec);
    }

    private static String payloadTypes() {
        return PICTURE_CODECS.stream()
                .map(codec -> " " + codec.payloadType() + ' ' + codec.rtxPayloadType())
                .collect(Collectors.joining());
    }

    private void codec(Codec codec) {
        line("a=rtpmap:" + codec.payloadType() + ' ' + codec + '/' + codec.clockRateHz());
        parameters(codec).ifPresent(text -> line("a=fmtp:" + codec.payloadType() + ' ' + text));
        FEEDBACK.forEach(kind -> feedback(codec.payloadType(), kind));
        line("a=rtpmap:" + codec.rtxPayloadType() + " rtx/" + codec.clockRateHz());
        line("a=fmtp:" + codec.rtxPayloadType() + " apt=" + codec.payloadType());
    }

    private static Optional<String> parameters(Codec codec) {
        return switch (codec) {
            case VP9 -> Optional.of("profile-id=0");
            case H264 -> Optional.of("level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
            case OPUS, VP8, AV1 -> Optional.empty();
        };
    }

    private void media(String kind, String payloadTypes, String mid, String direction) {
        line("m=" + kind + " 9 UDP/TLS/RTP/SAVPF" + payloadTypes);
        line("c=IN IP4 0.0.0.0");
        line("a=mid:" + mid);
        line("a=" + direction);
        line("a=rtcp-mux");
        line("a=rtcp-rsize");
        header(
                MediaFormats.TRANSPORT_SEQUENCE,
                "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01");
    }

    private void source(int ssrc) {
        line("a=ssrc:" + unsigned(ssrc) + " cname:" + CNAME);
    }

    private void header(int id, String uri) {
        line("a=extmap:" + id + ' ' + uri);
    }

    private void feedback(int payloadType, String kind) {
        line("a=rtcp-fb:" + payloadType + ' ' + kind);
    }

    private void line(String line) {
        text.append(line).append("\r\n");
    }

    private static String unsigned(int ssrc) {
        return Integer.toUnsignedString(ssrc);
    }
}

package plenum.media.jitsi;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.media.rtp.Codec;
import plenum.media.rtp.MediaFormats;

/**
 * The media that every endpoint and relay is made with: formats and header extensions, with the numbers of our offers.
 */
final class Medias {
    static final String AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";
    static final String ABS_SEND_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";
    static final String TRANSPORT_SEQUENCE =
            "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";
    static final String MID = "urn:ietf:params:rtp-hdrext:sdes:mid";

    /** The first is the one a browser sends unless it is told to use another. */
    static final List<Codec> PICTURES = List.of(Codec.VP8, Codec.VP9, Codec.H264, Codec.AV1);

    static final List<Colibri.HeaderExtension> OF_VOICES = List.of(
            new Colibri.HeaderExtension(AUDIO_LEVEL, MediaFormats.AUDIO_LEVEL),
            new Colibri.HeaderExtension(TRANSPORT_SEQUENCE, MediaFormats.TRANSPORT_SEQUENCE),
            new Colibri.HeaderExtension(MID, MediaFormats.MID));

    static final List<Colibri.HeaderExtension> OF_PICTURES = List.of(
            new Colibri.HeaderExtension(ABS_SEND_TIME, MediaFormats.ABS_SEND_TIME),
            new Colibri.HeaderExtension(TRANSPORT_SEQUENCE, MediaFormats.TRANSPORT_SEQUENCE),
            new Colibri.HeaderExtension(MID, MediaFormats.MID));

    static final List<Colibri.Media> ALL = List.of(
            new Colibri.Media("audio", List.of(opus()), OF_VOICES, true),
            new Colibri.Media(
                    "video", PICTURES.stream().flatMap(Medias::picture).toList(), OF_PICTURES, true));

    private Medias() {}

    private static Colibri.PayloadType opus() {
        var parameters = Map.of("minptime", "10", "useinbandfec", "1");
        return new Colibri.PayloadType(
                "opus", id(Codec.OPUS.payloadType()), "48000", "2", parameters, kinds("transport-cc"));
    }

    private static Stream<Colibri.PayloadType> picture(Codec codec) {
        var clock = String.valueOf(codec.clockRateHz());
        var all = kinds("ccm fir", "nack", "nack pli", "transport-cc");
        var apt = Map.of("apt", id(codec.payloadType()));
        return Stream.of(
                new Colibri.PayloadType(codec.name(), id(codec.payloadType()), clock, null, parameters(codec), all),
                new Colibri.PayloadType("rtx", id(codec.rtxPayloadType()), clock, null, apt, null));
    }

    /** The parameters of a format (RFC 7742 for H.264), the same in the offer. */
    static @Nullable Map<String, String> parameters(Codec codec) {
        return switch (codec) {
            case VP9 -> Map.of("profile-id", "0");
            case H264 ->
                Map.of("level-asymmetry-allowed", "1", "packetization-mode", "1", "profile-level-id", "42e01f");
            case OPUS, VP8, AV1 -> null;
        };
    }

    private static List<Colibri.Feedback> kinds(String... kinds) {
        return Stream.of(kinds).map(Medias::feedback).toList();
    }

    private static Colibri.Feedback feedback(String kind) {
        var space = kind.indexOf(' ');
        return space < 0
                ? new Colibri.Feedback(kind, null)
                : new Colibri.Feedback(kind.substring(0, space), kind.substring(space + 1));
    }

    private static String id(int payloadType) {
        return String.valueOf(payloadType);
    }
}

package plenum.media.jitsi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plenum.media.rtp.MediaFormats;
import plenum.media.sdp.OfferText;

/**
 * The offer that the focus makes in a Videobridge's name (RFC 8866, RFC 8829), with the m-lines of
 * {@link plenum.media.api.Offer}. There are no SSRCs in it: the bridge writes the mid of the slot into every packet.
 */
final class FocusOffer {
    /** Asks the browser to tell the SSRCs of its layers in a second answer (tablet-web {@code core/ssrcs.ts}). */
    private static final String TELL_SSRCS = "a=x-plenum-tell-ssrcs";

    private final Colibri.IceUdp bridge;
    private final StringBuilder text = new StringBuilder(8_192);

    private FocusOffer(Colibri.IceUdp bridge) {
        this.bridge = bridge;
    }

    /** @param session number of the session, any; layers: the browser is asked for simulcast by RID */
    static String of(long session, Colibri.IceUdp bridge, List<String> slots, boolean layers) {
        var offer = new FocusOffer(bridge);
        offer.session(session, slots);
        if (layers) offer.line(TELL_SSRCS);
        offer.audio(OfferText.MICROPHONE, "recvonly");
        offer.candidates();
        offer.uplink(OfferText.CAMERA, layers ? List.of("q", "h", "f") : List.of());
        offer.uplink(OfferText.SCREEN, layers ? List.of("h", "f") : List.of());
        slots.forEach(offer::slot);
        return offer.text.toString();
    }

    /** {@code a0}, {@code a1}, …, {@code v0}, {@code v1}, …: the names that the bridge itself gives its slots. */
    static List<String> slots(int voices, int pictures) {
        return Stream.concat(
                        IntStream.range(0, voices).mapToObj(i -> "a" + i),
                        IntStream.range(0, pictures).mapToObj(i -> "v" + i))
                .toList();
    }

    /** All m-lines of an offer with these slots, in order. */
    static List<String> mids(List<String> slots) {
        return Stream.concat(Stream.of(OfferText.MICROPHONE, OfferText.CAMERA, OfferText.SCREEN), slots.stream())
                .toList();
    }

    private void session(long session, List<String> slots) {
        line("v=0");
        line("o=- " + session + " 1 IN IP4 0.0.0.0");
        line("s=-");
        line("t=0 0");
        line("a=group:BUNDLE " + String.join(" ", mids(slots)));
        line("a=extmap-allow-mixed");
        line("a=msid-semantic: WMS *");
        line("a=ice-ufrag:" + bridge.ufrag());
        line("a=ice-pwd:" + bridge.pwd());
        for (var one : Objects.requireNonNullElse(bridge.fingerprints(), List.<Colibri.Fingerprint>of())) {
            line("a=fingerprint:" + one.hash() + ' ' + one.fingerprint());
        }
        line("a=setup:actpass");
    }

    private void candidates() {
        for (var one : Objects.requireNonNullElse(bridge.candidates(), List.<Colibri.Candidate>of())) {
            line("a=candidate:" + one.foundation() + ' ' + one.component() + ' ' + one.protocol() + ' ' + one.priority()
                    + ' ' + one.ip() + ' ' + one.port() + " typ " + one.type());
        }
        line("a=end-of-candidates");
    }

    private void slot(String mid) {
        if (mid.startsWith("a")) audio(mid, "sendonly");
        else video(mid, "sendonly");
        line("a=msid:- " + mid);
    }

    private void uplink(String mid, List<String> rids) {
        video(mid, "recvonly");
        if (rids.isEmpty()) return;
        header("urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id", MediaFormats.RID);
        header("urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id", MediaFormats.REPAIRED_RID);
        rids.forEach(rid -> line("a=rid:" + rid + " recv"));
        line("a=simulcast:recv " + String.join(";", rids));
    }

    private void audio(String mid, String direction) {
        media(Medias.ALL.getFirst(), mid, direction);
    }

    private void video(String mid, String direction) {
        media(Medias.ALL.getLast(), mid, direction);
    }

    /** As the bridge was told that it is. */
    private void media(Colibri.Media media, String mid, String direction) {
        var numbers = media.payloadTypes().stream().map(Colibri.PayloadType::id).collect(Collectors.joining(" "));
        line("m=" + media.type() + " 9 UDP/TLS/RTP/SAVPF " + numbers);
        line("c=IN IP4 0.0.0.0");
        line("a=mid:" + mid);
        line("a=" + direction);
        line("a=rtcp-mux");
        media.headerExtensions().forEach(one -> header(one.uri(), one.id()));
        media.payloadTypes().forEach(this::format);
    }

    private void format(Colibri.PayloadType format) {
        var channels = format.channels() == null ? "" : "/" + format.channels();
        line("a=rtpmap:" + format.id() + ' ' + format.name() + '/' + format.clockrate() + channels);
        if (format.parameters() != null) {
            line("a=fmtp:" + format.id() + ' ' + joined(format));
        }
        for (var one : Objects.requireNonNullElse(format.feedback(), List.<Colibri.Feedback>of())) {
            line("a=rtcp-fb:" + format.id() + ' ' + one.type() + (one.subtype() == null ? "" : " " + one.subtype()));
        }
    }

    private static String joined(Colibri.PayloadType format) {
        return Objects.requireNonNull(format.parameters()).entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private void header(String uri, int id) {
        line("a=extmap:" + id + ' ' + uri);
    }

    private void line(String line) {
        text.append(line).append("\r\n");
    }
}

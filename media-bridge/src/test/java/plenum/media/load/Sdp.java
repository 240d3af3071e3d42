package plenum.media.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import plenum.media.rtp.MediaFormats;

/** The SDP of our peers (RFC 8866). */
final class Sdp {
    private static final String SESSION = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";

    private final Peer peer;
    private final StringBuilder text = new StringBuilder(SESSION);

    private Sdp(Peer peer) {
        this.peer = peer;
    }

    /** Answers an offer: sends the peer's streams in the m-lines of their mids, receives in those that send to us. */
    static String answer(String offer, Peer peer) {
        var sdp = new Sdp(peer);
        var sections = List.of(offer.split("(?m)^(?=m=)"));
        sdp.bundle(sections.stream().skip(1).map(Sdp::mid).toList());
        sections.stream().skip(1).forEach(sdp::answerSection);
        return sdp.text.toString();
    }

    private static String mid(String section) {
        return section.lines()
                .filter(line -> line.startsWith("a=mid:"))
                .findFirst()
                .orElseThrow()
                .substring(6);
    }

    private void answerSection(String section) {
        var lines = section.lines().toList();
        line(lines.getFirst());
        var stream = peer.streams().stream()
                .filter(one -> one.mid().equals(mid(section)))
                .findFirst();
        boolean taken = lines.contains("a=recvonly") && stream.isPresent();
        transport(mid(section), lines.contains("a=sendonly") ? "recvonly" : taken ? "sendonly" : "inactive");
        lines.stream()
                .filter(line -> line.matches("a=(rtpmap|fmtp|rtcp-fb|extmap):.*"))
                .forEach(this::line);
        if (taken) {
            source(stream.orElseThrow());
        }
    }

    /** Offers the peer's streams, each in an m-line of its own. */
    static String offer(Peer peer) {
        var sdp = new Sdp(peer);
        sdp.bundle(peer.streams().stream().map(OutStream::mid).toList());
        peer.streams().forEach(sdp::offerStream);
        return sdp.text.toString();
    }

    private void offerStream(OutStream stream) {
        int type = stream.plan().codec().payloadType();
        line("m=" + (stream.plan().video() ? "video" : "audio") + " 9 UDP/TLS/RTP/SAVPF " + type);
        transport(stream.mid(), "sendonly");
        line("a=rtpmap:" + type + (stream.plan().video() ? " VP8/90000" : " opus/48000/2"));
        var feedback = new ArrayList<>(List.of("transport-cc"));
        if (stream.plan().video()) {
            feedback.addAll(List.of("nack", "nack pli", "ccm fir"));
        } else {
            line("a=extmap:" + MediaFormats.AUDIO_LEVEL + " urn:ietf:params:rtp-hdrext:ssrc-audio-level");
        }
        feedback.forEach(kind -> line("a=rtcp-fb:" + type + ' ' + kind));
        line("a=extmap:" + MediaFormats.MID + " urn:ietf:params:rtp-hdrext:sdes:mid");
        line("a=extmap:" + MediaFormats.TRANSPORT_SEQUENCE
                + " http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01");
        line("a=msid:load " + stream.mid());
        source(stream);
    }

    private void bundle(List<String> mids) {
        line(mids.stream().collect(Collectors.joining(" ", "a=group:BUNDLE ", "")));
        line("a=msid-semantic: WMS *");
    }

    private void transport(String mid, String direction) {
        line("c=IN IP4 127.0.0.1");
        line("a=mid:" + mid);
        line("a=" + direction);
        line("a=rtcp-mux");
        line("a=rtcp-rsize");
        line("a=ice-ufrag:" + peer.credentials().ufrag());
        line("a=ice-pwd:" + peer.credentials().password());
        line("a=fingerprint:" + peer.fingerprint());
        line("a=setup:active");
        line("a=candidate:1 1 udp 2130706431 " + peer.host() + ' ' + peer.port() + " typ host");
        line("a=end-of-candidates");
    }

    private void source(OutStream stream) {
        line("a=ssrc:" + Integer.toUnsignedString(stream.ssrc()) + " cname:load");
    }

    private void line(String line) {
        text.append(line).append("\r\n");
    }
}

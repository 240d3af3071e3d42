package plenum.media.peer;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plenum.media.dtls.Fingerprint;
import plenum.media.ice.IceCredentials;

/** Writes a peer's answer as a browser would: takes all slots, sends where it was told to. */
final class PeerAnswer {
    private static final Pattern KEPT =
            Pattern.compile("m=.*|c=.*|a=(?:mid|rtcp-mux|rtcp-rsize|rtpmap|fmtp|rtcp-fb|extmap).*");

    private final StringBuilder text = new StringBuilder();

    private PeerAnswer() {}

    /** @param sends the RIDs it sends by mid: none for a stream without layers */
    static String of(
            List<OfferedMedia> offered,
            IceCredentials credentials,
            Fingerprint fingerprint,
            Map<String, List<String>> sends) {
        var answer = new PeerAnswer();
        answer.line("v=0");
        answer.line("o=- 1 1 IN IP4 0.0.0.0");
        answer.line("s=-");
        answer.line("t=0 0");
        answer.line("a=group:BUNDLE " + offered.stream().map(OfferedMedia::mid).collect(Collectors.joining(" ")));
        answer.line("a=ice-ufrag:" + credentials.ufrag());
        answer.line("a=ice-pwd:" + credentials.password());
        answer.line("a=fingerprint:" + fingerprint);
        answer.line("a=setup:active");
        offered.forEach(media -> answer.media(media, sends));
        return answer.text.toString();
    }

    private void media(OfferedMedia media, Map<String, List<String>> sends) {
        media.lines().stream().filter(line -> KEPT.matcher(line).matches()).forEach(this::line);
        if (media.slot()) {
            line("a=recvonly");
        } else if (sends.containsKey(media.mid())) {
            line("a=sendonly");
            layers(sends.get(media.mid()));
        } else {
            line("a=inactive");
        }
    }

    private void layers(List<String> rids) {
        rids.forEach(rid -> line("a=rid:" + rid + " send"));
        if (!rids.isEmpty()) {
            line("a=simulcast:send " + String.join(";", rids));
        }
    }

    private void line(String line) {
        text.append(line).append("\r\n");
    }
}

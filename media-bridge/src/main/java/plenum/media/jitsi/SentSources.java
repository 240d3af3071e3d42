package plenum.media.jitsi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.media.sdp.Answer;
import plenum.media.sdp.AnsweredMedia;
import plenum.media.sdp.OfferText;

/**
 * What an endpoint sends, as Colibri2 wants to be told: SSRCs and their groups. A browser tells them in its answer; of
 * simulcast by RID it knows them only once it is connected, and tells them in a second answer with
 * {@code a=ssrc-group:SIM} (lowest layer first) and {@code a=ssrc-group:FID}.
 */
final class SentSources {
    private static final Map<String, SourceKind> KINDS = Map.of(
            OfferText.MICROPHONE, SourceKind.MICROPHONE,
            OfferText.CAMERA, SourceKind.CAMERA,
            OfferText.SCREEN, SourceKind.SCREEN);
    private static final Pattern GROUP = Pattern.compile("a=ssrc-group:(SIM|FID)((?: \\d{1,10}){2,4})");

    private final EndpointId endpoint;
    private final Map<String, List<Colibri.SsrcGroup>> groups = new HashMap<>(); // by mid

    private SentSources(EndpointId endpoint) {
        this.endpoint = endpoint;
    }

    /** @param answer read from this text; sources without an SSRC are not known yet and left out */
    static List<Colibri.MediaSource> of(EndpointId endpoint, Answer answer, String sdp) {
        var sent = new SentSources(endpoint);
        sent.readGroups(sdp);
        return answer.media().stream()
                .filter(media -> KINDS.containsKey(media.mid()))
                .filter(media -> media.sends() && !media.ssrcs().isEmpty())
                .map(sent::source)
                .toList();
    }

    private void readGroups(String sdp) {
        var mid = "";
        var open = new ArrayList<Colibri.SsrcGroup>();
        for (var line : sdp.split("\r?\n")) {
            if (line.startsWith("m=")) open = new ArrayList<>();
            if (line.startsWith("a=mid:")) {
                mid = line.substring(6);
                groups.put(mid, open);
            }
            var group = GROUP.matcher(line);
            if (group.matches()) open.add(new Colibri.SsrcGroup(group.group(1), numbers(group.group(2))));
        }
    }

    private static List<Long> numbers(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text.strip())
                .map(Long::valueOf)
                .toList();
    }

    private Colibri.MediaSource source(AnsweredMedia media) {
        var kind = KINDS.get(media.mid());
        if (kind == null) throw new IllegalStateException(media.mid());
        var name = new SourceId(endpoint, kind).toString();
        if (!kind.video()) {
            var voice = List.of(new Colibri.Source(media.ssrcs().getFirst(), name));
            return new Colibri.MediaSource("audio", name, voice, null);
        }
        var streams = media.ssrcs().stream()
                .map(ssrc -> new Colibri.Source(ssrc, name))
                .toList();
        var known = groups.getOrDefault(media.mid(), List.of()).stream()
                .filter(group -> media.ssrcs().containsAll(group.sources()))
                .toList();
        return new Colibri.MediaSource("video", name, streams, known.isEmpty() ? null : known);
    }
}

package plenum.media.peer;

import java.util.Arrays;
import java.util.List;

/**
 * An m-line of a bridge's offer, as far as a peer needs it.
 *
 * @param lines of the section, the m-line first
 */
public record OfferedMedia(List<String> lines) {
    static List<OfferedMedia> of(String offer) {
        return Arrays.stream(offer.split("(?m)^(?=m=)"))
                .skip(1)
                .map(section -> new OfferedMedia(section.lines().toList()))
                .toList();
    }

    public String mid() {
        return value("a=mid:");
    }

    public boolean video() {
        return lines.getFirst().startsWith("m=video");
    }

    /** The bridge sends here: a slot. */
    public boolean slot() {
        return lines.contains("a=sendonly");
    }

    /** Of what the bridge sends in a slot. */
    public int ssrc() {
        return ssrcs().getFirst();
    }

    /** Of what it sends again. */
    public int rtxSsrc() {
        return ssrcs().get(1);
    }

    private List<Integer> ssrcs() {
        return lines.stream()
                .filter(line -> line.startsWith("a=ssrc:"))
                .map(line -> Integer.parseUnsignedInt(line.substring(7, line.indexOf(' '))))
                .distinct()
                .toList();
    }

    private String value(String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(prefix + " is missing in " + lines))
                .substring(prefix.length());
    }
}

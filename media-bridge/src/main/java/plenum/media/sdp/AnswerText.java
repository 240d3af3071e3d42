package plenum.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an SDP answer strictly: whatever is too long, out of shape or would need another role than the bridge's
 * (ICE-lite and DTLS passive) is no answer.
 */
public final class AnswerText {
    /** No answer is longer, characters. */
    public static final int MAX_LENGTH = 65_536;

    private static final int MAX_LINES = 4_096;
    private static final int MAX_MEDIA = 64;
    private static final int MAX_SSRCS = 16;
    private static final Pattern LINE = Pattern.compile("[a-z]=[^\\p{Cntrl}]*");
    private static final Pattern MEDIA =
            Pattern.compile("(audio|video) (\\d{1,5}) UDP/TLS/RTP/SAVPF((?: \\d{1,3}){1,64})");
    private static final Pattern MID = Pattern.compile("[A-Za-z0-9]{1,16}");
    private static final Pattern ICE = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern SHA_256 = Pattern.compile("sha-256 (?:[0-9A-F]{2}:){31}[0-9A-F]{2}");
    private static final int MIN_PWD = 22;

    private final List<Section> sections = new ArrayList<>();
    private final Section session = new Section(List.of());
    private Section current = session;

    private AnswerText() {}

    /** @return null: not an acceptable answer */
    public static @Nullable Answer parse(String sdp) {
        return sdp.length() > MAX_LENGTH ? null : new AnswerText().read(sdp);
    }

    private @Nullable Answer read(String sdp) {
        String[] lines = sdp.split("\r?\n", MAX_LINES + 1);
        if (lines.length > MAX_LINES || !lines[0].equals("v=0")) {
            return null;
        }
        for (String line : lines) {
            if (!line.isEmpty() && !(LINE.matcher(line).matches() && line(line.charAt(0), line.substring(2)))) {
                return null;
            }
        }
        return answer();
    }

    private boolean line(char type, String value) {
        return switch (type) {
            case 'm' -> media(value);
            case 'a' -> current.attribute(value);
            default -> true;
        };
    }

    private boolean media(String value) {
        var match = MEDIA.matcher(value);
        if (sections.size() == MAX_MEDIA || !match.matches()) {
            return false;
        }
        current = new Section(match.group(2).equals("0") ? List.of() : payloadTypes(match.group(3)));
        sections.add(current);
        return current.payloadTypes.stream().allMatch(type -> type <= 127);
    }

    private static List<Integer> payloadTypes(String text) {
        return Pattern.compile(" ")
                .splitAsStream(text.substring(1))
                .map(Integer::valueOf)
                .toList();
    }

    private @Nullable Answer answer() {
        var transport = transport();
        if (transport == null || sections.stream().anyMatch(section -> section.mid.isEmpty())) {
            return null;
        }
        return new Answer(transport, sections.stream().map(Section::media).toList());
    }

    /** Of the first m-line that was not refused: all others are bundled with it (RFC 9143). */
    private @Nullable TransportDescription transport() {
        return sections.stream()
                .filter(section -> !section.payloadTypes.isEmpty())
                .findFirst()
                .map(section -> section.transport(session))
                .orElse(null);
    }

    /** What the lines of one m-line, or those before the first, said. */
    private static final class Section {
        private final List<Integer> payloadTypes;
        private final List<Long> ssrcs = new ArrayList<>();
        private String mid = "";
        private String ufrag = "";
        private String pwd = "";
        private String fingerprint = "";
        private String setup = "";
        private boolean sends = true;

        private Section(List<Integer> payloadTypes) {
            this.payloadTypes = payloadTypes;
        }

        /** False: out of shape. What the bridge does not act on is passed over. */
        private boolean attribute(String text) {
            int colon = text.indexOf(':');
            String value = colon < 0 ? "" : text.substring(colon + 1);
            return switch (colon < 0 ? text : text.substring(0, colon)) {
                case "mid" -> MID.matcher(mid = value).matches();
                case "ice-ufrag" -> ICE.matcher(ufrag = value).matches();
                case "ice-pwd" -> ICE.matcher(pwd = value).matches() && value.length() >= MIN_PWD;
                case "ice-lite" -> false;
                case "fingerprint" -> fingerprint(value);
                case "setup" -> (setup = value).equals("active");
                case "recvonly", "inactive" -> !(sends = false);
                case "ssrc" -> ssrc(value);
                default -> true;
            };
        }

        /** Other hashes than SHA-256 are passed over (RFC 8122: any one is enough). */
        private boolean fingerprint(String value) {
            int space = value.indexOf(' ') + 1;
            if (!value.substring(0, space).equalsIgnoreCase("sha-256 ")) {
                return true;
            }
            fingerprint = "sha-256 " + value.substring(space).toUpperCase(Locale.ROOT);
            return SHA_256.matcher(fingerprint).matches();
        }

        private boolean ssrc(String value) {
            String number = value.split(" ", 2)[0];
            if (number.isEmpty() || number.length() > 10 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            long ssrc = Long.parseLong(number);
            if (!ssrcs.contains(ssrc)) {
                ssrcs.add(ssrc);
            }
            return ssrc <= 0xFFFF_FFFFL && ssrcs.size() <= MAX_SSRCS;
        }

        private @Nullable TransportDescription transport(Section session) {
            var own = new TransportDescription(
                    or(ufrag, session.ufrag), or(pwd, session.pwd), or(fingerprint, session.fingerprint));
            boolean whole = !own.ufrag().isEmpty()
                    && !own.pwd().isEmpty()
                    && !own.fingerprint().isEmpty();
            return whole && !or(setup, session.setup).isEmpty() ? own : null;
        }

        private static String or(String own, String ofSession) {
            return own.isEmpty() ? ofSession : own;
        }

        private AnsweredMedia media() {
            return new AnsweredMedia(mid, sends && !payloadTypes.isEmpty(), payloadTypes, ssrcs);
        }
    }
}

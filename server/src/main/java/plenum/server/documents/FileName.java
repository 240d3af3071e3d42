package plenum.server.documents;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.server.office.OfficeKind;

/**
 * A file's name as shown and as offered for saving: NFC, no path, nothing invisible, ends with {@code .pdf} or as an
 * office file does.
 */
public record FileName(String value) {
    private static final int MOST_CHARS = 200;
    private static final String PDF = ".pdf";
    /** Control, format (bidi marks and overrides among them), surrogate, private and unassigned characters. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{C}");

    private static final Pattern FORBIDDEN_ON_DISKS = Pattern.compile("[<>:\"|?*]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");

    /** Refusal BAD_FILE_NAME when nothing readable is left. */
    public static FileName of(String given) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = INVISIBLE.matcher(name).replaceAll("");
        name = FORBIDDEN_ON_DISKS.matcher(name).replaceAll("_");
        name = BLANKS.matcher(name).replaceAll(" ").strip();
        var end = OfficeKind.named(name).map(OfficeKind::extension).orElse(PDF);
        var ended = name.toLowerCase(Locale.ROOT).endsWith(end);
        var stem = withoutDots(ended ? name.substring(0, name.length() - end.length()) : name);
        if (stem.isEmpty()) {
            throw PaperProblem.BAD_FILE_NAME.refusal("nothing readable in the file name");
        }
        return new FileName(cut(stem, end) + end);
    }

    /** What the name promises; empty for a PDF. */
    Optional<OfficeKind> office() {
        return OfficeKind.named(value);
    }

    /** The name of what is made of the file. */
    FileName pdf() {
        return office().map(kind -> new FileName(
                        value.substring(0, value.length() - kind.extension().length()) + PDF))
                .orElse(this);
    }

    /** RFC 6266 with the two forms of the name: ASCII for old readers, RFC 8187 for all others. */
    String contentDisposition() {
        return contentDisposition("inline");
    }

    /** To be saved, never opened by a browser. */
    String attachment() {
        return contentDisposition("attachment");
    }

    private String contentDisposition(String how) {
        return how + "; filename=\"" + ascii() + "\"; filename*=UTF-8''" + percentEncoded();
    }

    private String ascii() {
        var plain = Normalizer.normalize(value, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        return plain.replaceAll("[^ -~]|[\"\\\\%]", "_");
    }

    /** RFC 8187 3.2.1: letters, digits and few signs stay as they are. */
    private String percentEncoded() {
        var out = new StringBuilder();
        for (var octet : value.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (octet & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return out.toString();
    }

    private static String withoutDots(String name) {
        return name.replaceAll("^[. ]+|[. ]+$", "");
    }

    private static String cut(String stem, String end) {
        var most = MOST_CHARS - end.length();
        if (stem.length() <= most) {
            return stem;
        }
        return stem.substring(0, Character.isHighSurrogate(stem.charAt(most - 1)) ? most - 1 : most)
                .strip();
    }
}

package plenum.server.documents;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A file's name as shown and as offered for saving: NFC, no path, nothing invisible, ends with {@code .pdf}. */
public record FileName(String value) {
    private static final int MOST_CHARS = 200;
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
        var stem = withoutDots(
                name.toLowerCase(Locale.ROOT).endsWith(".pdf") ? name.substring(0, name.length() - 4) : name);
        if (stem.isEmpty()) {
            throw PaperProblem.BAD_FILE_NAME.refusal("nothing readable in the file name");
        }
        return new FileName(cut(stem) + ".pdf");
    }

    /** RFC 6266 with the two forms of the name: ASCII for old readers, RFC 8187 for all others. */
    String contentDisposition() {
        return "inline; filename=\"" + ascii() + "\"; filename*=UTF-8''" + percentEncoded();
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

    private static String cut(String stem) {
        var most = MOST_CHARS - ".pdf".length();
        if (stem.length() <= most) {
            return stem;
        }
        return stem.substring(0, Character.isHighSurrogate(stem.charAt(most - 1)) ? most - 1 : most)
                .strip();
    }
}

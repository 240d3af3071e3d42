package plenum.server.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What the papers of a poll have in common: lines of UTF-8, named by their SHA-256. */
final class Texts {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 200;

    private Texts() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when it is not UTF-8 */
    static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new IllegalArgumentException("not UTF-8", broken);
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static String hex(byte[]... parts) {
        return HexFormat.of().formatHex(sha256(parts));
    }

    static void checkHash(String hex) {
        if (!HASH.matcher(hex).matches()) throw new IllegalArgumentException("not a SHA-256");
    }

    static void check(Pattern form, String value) {
        if (!form.matcher(value).matches()) throw new IllegalArgumentException("not of the form " + form);
    }

    /** One line that people read: 1 to 200 characters, NFC, nothing that moves or hides others. */
    static void checkWords(String words) {
        var odd = words.codePoints().anyMatch(one -> switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        });
        if (words.isBlank() || words.length() > LONGEST || odd || !words.equals(words.strip())) {
            throw new IllegalArgumentException("not one line of 1 to " + LONGEST + " characters");
        }
        if (!Normalizer.isNormalized(words, Normalizer.Form.NFC)) throw new IllegalArgumentException("not in NFC");
    }
}

package plenum.server.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Looks into an office file: what it is, and whether it holds anything that acts, or that is fetched from elsewhere. To
 * be called in a child process only.
 */
public final class OfficeInspection {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    private static final String LOCKED_STREAM = "EncryptedPackage";
    private static final int LOOKED_AT = 1 << 20;

    private OfficeInspection() {}

    /** Empty for a file that is not of an office at all. */
    public static Optional<OfficeKind> of(Path file) throws IOException, Unfit {
        var head = head(file, COMPOUND.length);
        if (Arrays.equals(head, COMPOUND)) {
            throw compound(file);
        }
        return Arrays.equals(Arrays.copyOf(head, ZIP.length), ZIP)
                ? Optional.of(new Parcel(file).kind())
                : Optional.empty();
    }

    /** Files of before 2007, and new ones with a password, which are wrapped in an old one. */
    private static Unfit compound(Path file) throws IOException {
        var start = new String(head(file, LOOKED_AT), StandardCharsets.ISO_8859_1);
        var locked = start.contains(
                new String(LOCKED_STREAM.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        return locked
                ? new Unfit(OfficeProblem.LOCKED, "an encrypted package")
                : new Unfit(OfficeProblem.OLD_FORMAT, "a compound file");
    }

    private static byte[] head(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }
}

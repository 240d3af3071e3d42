package plenum.server.office;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** The zip file that every new office file is: all of it is inflated once, within bounds, and its XML read. */
final class Parcel {
    private static final long MOST_BYTES = 300L << 20;
    private static final int MOST_PARTS = 20_000;
    /** Programs of Office and of LibreOffice, controls, and documents that may carry them. */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?i).*vbaProject.*|.*/activeX/.*|.*/macrosheets/.*|.*\\.(docm|dotm|xlsm|xlsb|xltm|xlam|pptm|potm|ppsm|exe|dll|jar|js|vbs|ps1|bat|cmd)"
                    + "|Scripts/.+|Basic/.+/(?!script-lb\\.xml).+\\.xml");

    private static final Pattern XML = Pattern.compile("(?i).*\\.(xml|rels|vml)");

    private final Path file;
    private final PartScan scan = new PartScan();
    private long inflated;

    Parcel(Path file) {
        this.file = file;
    }

    OfficeKind kind() throws IOException, Unfit {
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            var names = new HashSet<String>();
            for (var entries = zip.entries().asIterator(); entries.hasNext(); ) {
                var entry = entries.next();
                refuseOdd(entry, names);
                try (var part = new Bounded(zip.getInputStream(entry))) {
                    read(entry.getName(), part);
                }
            }
            return kind(zip);
        } catch (Overflow bomb) {
            throw tooBig();
        } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
            throw inflated > MOST_BYTES
                    ? tooBig()
                    : new Unfit(OfficeProblem.BROKEN, broken.getClass().getSimpleName());
        }
    }

    private static Unfit tooBig() {
        return new Unfit(OfficeProblem.TOO_BIG_INSIDE, "more than " + MOST_BYTES + " bytes inflated");
    }

    private static void refuseOdd(ZipEntry entry, HashSet<String> names) throws Unfit {
        if (!names.add(entry.getName())) {
            throw new Unfit(OfficeProblem.BROKEN, "two parts of one name");
        }
        if (names.size() > MOST_PARTS) {
            throw new Unfit(OfficeProblem.TOO_BIG_INSIDE, "too many parts");
        }
        if (PROGRAM.matcher(entry.getName()).matches()) {
            throw new Unfit(OfficeProblem.MACROS, "a part that is a program");
        }
    }

    private void read(String name, InputStream part) throws IOException, XMLStreamException, Unfit {
        if (XML.matcher(name).matches()) {
            scan.read(part);
        } else {
            var unused = part.transferTo(OutputStream.nullOutputStream()); // counted on the way
        }
    }

    private OfficeKind kind(ZipFile zip) throws IOException, Unfit {
        return scan.kind()
                .or(() -> declared(zip))
                .orElseThrow(() -> new Unfit(OfficeProblem.BROKEN, "neither Office Open XML nor OpenDocument"));
    }

    /** OpenDocument says in a part of its own what it is. */
    private static Optional<OfficeKind> declared(ZipFile zip) {
        ZipEntry entry = zip.getEntry("mimetype");
        if (entry == null || zip.getEntry("content.xml") == null) {
            return Optional.empty();
        }
        try (var in = zip.getInputStream(entry)) {
            return OfficeKind.ofMediaType(new String(in.readNBytes(100), StandardCharsets.US_ASCII).strip());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Counts what is inflated and ends a bomb. */
    private final class Bounded extends FilterInputStream {
        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var octet = in.read();
            return octet < 0 ? octet : counted(1, octet);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = in.read(target, offset, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int more, int result) throws IOException {
            inflated += more;
            if (inflated > MOST_BYTES) {
                throw new Overflow();
            }
            return result;
        }
    }

    /** More is in the file than may be. */
    static final class Overflow extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

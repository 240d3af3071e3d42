package plenum.server.renditions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Papers as scanners write them: page after page with its picture before it, all pages below one node, no object
 * streams.
 */
public final class Scans {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private Scans() {}

    /** @param side of the noisy square on each page in pixels: 200 gives about 25 kB a page */
    public static byte[] scan(int pages, int side) {
        return scan(pages, side, "", "/MediaBox [0 0 595 842]");
    }

    /** @param catalogue more entries of the catalogue, @param root more entries of the node above all pages */
    public static byte[] scan(int pages, int side, String catalogue, String root) {
        try {
            return new Scans().written(pages, side, catalogue, root);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A scan that the caller has changed; its objects lie in another order then. */
    public static byte[] changed(int pages, int side, Consumer<PDDocument> change) {
        try (var document = Loader.loadPDF(scan(pages, side));
                var out = new ByteArrayOutputStream()) {
            change.accept(document);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private byte[] written(int pages, int side, String catalogue, String root) throws IOException {
        text("%PDF-1.4\n");
        object("<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>", new byte[0]);
        var kids = new StringBuilder();
        for (var page = 0; page < pages; page++) {
            kids.append(5 + 3 * page).append(" 0 R ");
        }
        object("<< /Type /Pages /Count " + pages + " /Kids [" + kids + "] " + root + " >>", new byte[0]);
        for (var page = 0; page < pages; page++) {
            page(3 + 3 * page, jpeg(side, page), side);
        }
        end();
        return file.toByteArray();
    }

    private void page(int first, byte[] jpeg, int side) {
        object(
                "<< /Type /XObject /Subtype /Image /Width " + side + " /Height " + side
                        + " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length " + jpeg.length
                        + " >>",
                jpeg);
        var draw = "q 595 0 0 842 0 0 cm /S Do Q".getBytes(ISO_8859_1);
        object("<< /Length " + draw.length + " >>", draw);
        object(
                "<< /Type /Page /Parent 2 0 R /Contents " + (first + 1) + " 0 R /Resources << /XObject << /S " + first
                        + " 0 R >> >> >>",
                new byte[0]);
    }

    private void object(String dictionary, byte[] stream) {
        offsets.add(file.size());
        text(offsets.size() + " 0 obj\n" + dictionary + "\n");
        if (stream.length > 0) {
            text("stream\n");
            file.writeBytes(stream);
            text("\nendstream\n");
        }
        text("endobj\n");
    }

    private void end() {
        var start = file.size();
        text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> text("%010d 00000 n \n".formatted(offset)));
        text("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
    }

    private void text(String words) {
        file.writeBytes(words.getBytes(ISO_8859_1));
    }

    private static byte[] jpeg(int side, int seed) throws IOException {
        var random = new Random(seed);
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < side; x++) {
            for (var y = 0; y < side; y++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "jpeg", out)) {
            throw new IOException("no writer of JPEG");
        }
        return out.toByteArray();
    }
}

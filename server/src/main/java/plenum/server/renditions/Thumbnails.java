package plenum.server.renditions;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Small pictures of the pages, 160 pixels wide, in one file: for each page its length (4 bytes, 0 when there is none)
 * and a JPEG. A page that cannot be drawn has no picture.
 */
final class Thumbnails {
    static final int WIDTH = 160;
    private static final int MOST_HEIGHT = 480;
    private static final int MOST_BYTES = 1 << 20;

    private Thumbnails() {}

    /**
     * Adds pictures to the file, from the page on. Returns whether it has all pages then: not when the time was over.
     */
    static boolean write(Path original, Path target, int from, Duration time) throws IOException {
        var end = System.nanoTime() + time.toNanos();
        try (var document = Pdf.open(original);
                var out = new DataOutputStream(
                        Files.newOutputStream(target, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            var page = from;
            for (; page <= document.getNumberOfPages() && System.nanoTime() < end; page++) {
                var picture = picture(renderer, document, page);
                var framed = new ByteArrayOutputStream();
                new DataOutputStream(framed).writeInt(picture.length);
                framed.writeBytes(picture);
                out.write(framed.toByteArray());
            }
            return page > document.getNumberOfPages();
        }
    }

    private static byte[] picture(PDFRenderer renderer, PDDocument document, int page) {
        try {
            if (!PageWeight.bearable(document.getPage(page - 1))) {
                return new byte[0];
            }
            var box = document.getPage(page - 1).getCropBox();
            var upright = document.getPage(page - 1).getRotation() % 180 == 0;
            var width = upright ? box.getWidth() : box.getHeight();
            var height = upright ? box.getHeight() : box.getWidth();
            var scale = Math.min(WIDTH / width, MOST_HEIGHT / height);
            return jpeg(renderer.renderImage(page - 1, scale, ImageType.RGB));
        } catch (IOException | RuntimeException unreadable) {
            return new byte[0];
        }
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        return ImageIO.write(image, "jpeg", out) && out.size() <= MOST_BYTES ? out.toByteArray() : new byte[0];
    }

    /** How many pages the file has whole. */
    static int pages(Path file) throws IOException {
        var pages = 0;
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            while (skip(in)) {
                pages++;
            }
        }
        return pages;
    }

    /** Cuts what a killed child left half written, and adds a page without a picture: the one that killed it. */
    static void heal(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "rw")) {
            var whole = 0L;
            while (skip(in)) {
                whole = in.getFilePointer();
            }
            in.setLength(whole);
            in.seek(whole);
            in.writeInt(0);
        }
    }

    static Optional<byte[]> read(Path file, int page) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            for (var passed = 1; passed < page; passed++) {
                if (!skip(in)) {
                    return Optional.empty();
                }
            }
            return next(in);
        }
    }

    private static boolean skip(RandomAccessFile in) throws IOException {
        if (in.length() - in.getFilePointer() < 4) {
            return false;
        }
        var length = in.readInt();
        if (length < 0 || length > in.length() - in.getFilePointer()) {
            return false;
        }
        in.seek(in.getFilePointer() + length);
        return true;
    }

    private static Optional<byte[]> next(RandomAccessFile in) throws IOException {
        if (in.length() - in.getFilePointer() < 4) {
            return Optional.empty();
        }
        var length = in.readInt();
        if (length <= 0 || length > MOST_BYTES || length > in.length() - in.getFilePointer()) {
            return Optional.empty();
        }
        var picture = new byte[length];
        in.readFully(picture);
        return Optional.of(picture);
    }
}

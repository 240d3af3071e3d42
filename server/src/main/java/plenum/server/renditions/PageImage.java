package plenum.server.renditions;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A page as a picture that a line of 64 kbit/s carries in some seconds: a PNG of 16 greys, which suits words, or a
 * JPEG, which suits photographs; as wide as fits into {@value #MOST_BYTES} bytes.
 */
final class PageImage {
    static final int MOST_BYTES = 60_000;

    private static final int[] WIDTHS = {1_280, 1_120, 960, 800, 640, 480, 320};
    private static final int MOST_HEIGHT = 2_400;
    private static final float QUALITY = 0.5f;
    private static final int GREYS = 16;

    private PageImage() {}

    /** @return false: there is no such page, or it cannot be drawn so small */
    static boolean write(Path original, Path target, int page) throws IOException {
        try (var document = Pdf.open(original)) {
            if (page < 1 || page > document.getNumberOfPages() || !PageWeight.bearable(document.getPage(page - 1))) {
                return false;
            }
            var box = document.getPage(page - 1).getCropBox();
            var upright = document.getPage(page - 1).getRotation() % 180 == 0;
            var width = upright ? box.getWidth() : box.getHeight();
            var height = upright ? box.getHeight() : box.getWidth();
            var scale = Math.min(WIDTHS[0] / width, MOST_HEIGHT / height);
            var whole = new PDFRenderer(document).renderImage(page - 1, scale, ImageType.RGB);
            return fitting(whole, target);
        }
    }

    private static boolean fitting(BufferedImage whole, Path target) throws IOException {
        for (var wish : WIDTHS) {
            var picture = scaled(whole, Math.min(1.0, (double) wish / whole.getWidth()));
            var words = png(picture);
            var photographs = jpeg(picture);
            var smaller = words.length <= photographs.length ? words : photographs;
            if (smaller.length <= MOST_BYTES) {
                Files.write(target, smaller);
                return true;
            }
        }
        return false;
    }

    private static BufferedImage scaled(BufferedImage whole, double scale) {
        if (scale >= 1) {
            return whole;
        }
        var width = Math.max(1, (int) Math.round(whole.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(whole.getHeight() * scale));
        return drawn(whole, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    private static BufferedImage drawn(BufferedImage from, BufferedImage on) {
        var graphics = on.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_DISABLE);
        graphics.drawImage(from, 0, 0, on.getWidth(), on.getHeight(), null);
        graphics.dispose();
        return on;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var levels = new byte[GREYS];
        for (var at = 0; at < GREYS; at++) {
            levels[at] = (byte) (at * 255 / (GREYS - 1));
        }
        var greys = new IndexColorModel(4, GREYS, levels, levels, levels);
        var grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_BINARY, greys);
        var out = new ByteArrayOutputStream();
        return ImageIO.write(drawn(picture, grey), "png", out) ? out.toByteArray() : new byte[MOST_BYTES + 1];
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}

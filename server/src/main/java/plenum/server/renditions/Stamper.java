package plenum.server.renditions;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import plenum.server.form.Face;

/**
 * Writes a PDF anew with words across every page: as outlines, which no text search finds, and once as text at the
 * foot. What was signed is signed no longer in such a copy. The same words give the same bytes.
 */
final class Stamper {
    private static final float GRAY = 0.3f;
    private static final float FAINT = 0.14f;
    private static final float CLEAR = 0.6f;
    private static final float FOOT = 7;
    private static final double SLANT = Math.toRadians(32);

    private final PDDocument document;
    private final String words;
    private final PDFont font;
    private final PDFormXObject outline;
    private final float width;

    private Stamper(PDDocument document, TrueTypeFont face, String words) throws IOException {
        this.document = document;
        this.words = words;
        this.font = PDType0Font.load(document, face, true);
        var path = Outline.of(face, words);
        this.width = (float) path.getBounds2D().getMaxX();
        this.outline = Outline.form(document, path);
    }

    static void write(Path original, Path target, String words) throws IOException {
        try (var document = Pdf.open(original);
                var bytes = Face.REGULAR.open();
                var face = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            BalancedTree.hang(document);
            unsign(document);
            var stamper = new Stamper(document, face, words);
            for (var page : document.getPages()) {
                stamper.stamp(page);
            }
            document.setDocumentId(0L);
            document.save(target.toFile(), CompressParameters.DEFAULT_COMPRESSION);
        }
    }

    private static void unsign(PDDocument document) {
        var catalogue = document.getDocumentCatalog().getCOSObject();
        catalogue.removeItem(COSName.PERMS);
        catalogue.removeItem(COSName.ACRO_FORM);
    }

    private void stamp(PDPage page) throws IOException {
        var box = page.getCropBox();
        var upright = page.getRotation() % 180 == 0;
        var across = upright ? box.getWidth() : box.getHeight();
        var high = upright ? box.getHeight() : box.getWidth();
        try (var out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            out.transform(asShown(page));
            out.setNonStrokingColor(GRAY);
            out.setGraphicsStateParameters(alpha(FAINT));
            tiles(out, across, high);
            out.setGraphicsStateParameters(alpha(CLEAR));
            foot(out, across);
        }
    }

    /** From the page as it is shown, its lower left corner at 0, to the page as it is written (ISO 32000-2 7.7.3.3). */
    private static Matrix asShown(PDPage page) {
        var box = page.getCropBox();
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new Matrix(0, 1, -1, 0, box.getUpperRightX(), box.getLowerLeftY());
            case 180 -> new Matrix(-1, 0, 0, -1, box.getUpperRightX(), box.getUpperRightY());
            case 270 -> new Matrix(0, -1, 1, 0, box.getLowerLeftX(), box.getUpperRightY());
            default -> Matrix.getTranslateInstance(box.getLowerLeftX(), box.getLowerLeftY());
        };
    }

    private static PDExtendedGraphicsState alpha(float alpha) {
        var state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant(alpha);
        return state;
    }

    /** As large as fits three fifths of the page's width, in rows that lean and are moved against each other. */
    private void tiles(PDPageContentStream out, float across, float high) throws IOException {
        var size = Math.clamp(across * 0.6f / width, 4, 60);
        var right = width * size * 1.25;
        var up = Math.max(high / 5, size * 4);
        for (var row = -1; row * up < high * 1.3; row++) {
            for (var x = -right * (row % 2 == 0 ? 0.5 : 1); x < across; x += right) {
                var place = AffineTransform.getTranslateInstance(x, row * up);
                place.rotate(SLANT);
                place.scale(size, size);
                out.saveGraphicsState();
                out.transform(new Matrix(place));
                out.drawForm(outline);
                out.restoreGraphicsState();
            }
        }
    }

    private void foot(PDPageContentStream out, float across) throws IOException {
        out.beginText();
        out.setFont(font, FOOT);
        out.newLineAtOffset((across - font.getStringWidth(words) / 1000 * FOOT) / 2, FOOT);
        out.showText(words);
        out.endText();
    }
}

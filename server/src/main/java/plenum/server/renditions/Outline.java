package plenum.server.renditions;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Words as shapes, one unit to the em: drawn like text, but no text. */
final class Outline {
    private Outline() {}

    static GeneralPath of(TrueTypeFont face, String words) throws IOException {
        var whole = new GeneralPath();
        var unit = 1.0 / face.getUnitsPerEm();
        var x = 0.0;
        for (var letter : words.codePoints().toArray()) {
            var glyph = face.getUnicodeCmapLookup().getGlyphId(letter);
            var shape = face.getGlyph().getGlyph(glyph);
            var place = AffineTransform.getTranslateInstance(x, 0);
            place.scale(unit, unit);
            if (shape != null) {
                whole.append(place.createTransformedShape(shape.getPath()), false);
            }
            x += face.getAdvanceWidth(glyph) * unit;
        }
        return whole;
    }

    /** To be drawn any number of times. */
    static PDFormXObject form(PDDocument document, GeneralPath path) throws IOException {
        var form = new PDFormXObject(document);
        var bounds = path.getBounds2D();
        form.setBBox(new PDRectangle(
                (float) bounds.getX(), (float) bounds.getY(), (float) bounds.getWidth(), (float) bounds.getHeight()));
        form.setResources(new PDResources());
        try (var out = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators(path).getBytes(StandardCharsets.US_ASCII));
        }
        return form;
    }

    /** ISO 32000-2 8.5.2 and 8.5.3. */
    private static String operators(GeneralPath path) {
        var out = new StringBuilder();
        var at = new double[2];
        var points = new double[6];
        for (var steps = path.getPathIterator(null); !steps.isDone(); steps.next()) {
            switch (steps.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> add(out, "m", at, points[0], points[1]);
                case PathIterator.SEG_LINETO -> add(out, "l", at, points[0], points[1]);
                case PathIterator.SEG_QUADTO ->
                    add(
                            out,
                            "c",
                            at,
                            at[0] + 2 * (points[0] - at[0]) / 3,
                            at[1] + 2 * (points[1] - at[1]) / 3,
                            points[2] + 2 * (points[0] - points[2]) / 3,
                            points[3] + 2 * (points[1] - points[3]) / 3,
                            points[2],
                            points[3]);
                case PathIterator.SEG_CUBICTO ->
                    add(out, "c", at, points[0], points[1], points[2], points[3], points[4], points[5]);
                default -> out.append("h\n");
            }
        }
        return out.append("f\n").toString();
    }

    /** The last two numbers are where the pen is then. */
    private static void add(StringBuilder out, String operator, double[] at, double... numbers) {
        for (var number : numbers) {
            out.append(String.format(Locale.ROOT, "%.4f ", number));
        }
        out.append(operator).append('\n');
        at[0] = numbers[numbers.length - 2];
        at[1] = numbers[numbers.length - 1];
    }
}
